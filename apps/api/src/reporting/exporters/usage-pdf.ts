import type { Readable } from 'node:stream';
import type { Report } from '@num-ecard/contracts/report';
import { PdfFile } from '../../documents/pdf-file.js';

/** A report to read and to hand over. */
export function usagePdf({ language, writtenAt, subject }: Report): Readable {
  const title = subject.cards.map((card) => card.title).join(', ');
  const file = new PdfFile({ title: 'NUM-ECARD', locale: language, createdAt: new Date(writtenAt) });
  file.title(title);
  file.end();
  return file.stream;
}
