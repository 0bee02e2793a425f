import type { Report } from '@num-ecard/contracts/report';
import { type CsvCell, writeCsv } from '../../documents/write-csv.js';
import { csvTexts } from './csv-texts.js';
import { type Figures, type Line, usageLines } from './usage-lines.js';

/**
 * The tables of a report as one, which any tool reads: each line has the same columns, whatever its section. A figure that a section
 * does not have is empty.
 */
export function usageCsv(report: Report): AsyncGenerator<string, void, undefined> {
  const texts = csvTexts(report.language);
  const columns: Column[] = [
    [texts.section, ({ section }) => section],
    [texts.cardAddress, ({ card }) => card],
    [texts.key, ({ key }) => key],
    [texts.label, ({ label }) => label],
    ...figureColumns(
      [texts.visits, texts.visitors, texts.clicks, texts.clickShare, texts.seconds(texts.engaged)],
      ({ now }) => now,
    ),
  ];
  if (report.compare !== 'none')
    columns.push(
      [texts.comparedWith, ({ against }) => against ?? null],
      ...figureColumns(
        [
          texts.visitsBefore,
          texts.visitorsBefore,
          texts.clicksBefore,
          texts.clickShareBefore,
          texts.seconds(texts.engagedBefore),
        ],
        ({ before }) => before,
      ),
    );
  if (report.account.demo) columns.push([texts.data, () => texts.demo]);
  return writeCsv(
    columns.map(([head]) => head),
    batches(report, (line) => columns.map(([, cell]) => cell(line))),
    report.language,
  );
}

async function* batches(report: Report, cells: (line: Line) => CsvCell[]) {
  for (const lines of usageLines(report)) yield lines.map((line) => cells(line));
}

type Column = readonly [head: string, cell: (line: Line) => CsvCell];
type Heads = readonly [views: string, visitors: string, clicks: string, rate: string, engaged: string];

function figureColumns(heads: Heads, figuresOf: (line: Line) => Figures | undefined): Column[] {
  const [views, visitors, clicks, rate, engaged] = heads;
  const figure = (name: Exclude<keyof Figures, 'engagedMs'>) => (line: Line) =>
    figuresOf(line)?.[name] ?? null;
  const seconds = (line: Line) => {
    const engagedMs = figuresOf(line)?.engagedMs ?? null;
    return engagedMs === null ? null : engagedMs / 1000;
  };
  return [
    [views, figure('views')],
    [visitors, figure('visitors')],
    [clicks, figure('clicks')],
    [rate, figure('rate')],
    [engaged, seconds],
  ];
}
