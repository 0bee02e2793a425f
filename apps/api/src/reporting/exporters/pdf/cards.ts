import { setImmediate as letOthers } from 'node:timers/promises';
import { durationText } from '@num-ecard/contracts/numbers';
import { CROSS_BY } from '@num-ecard/contracts/period';
import { type UsageCards, type UsageCross } from '@num-ecard/contracts/usage';
import type { UsageTrends } from '@num-ecard/contracts/usage-trends';
import { level } from '../../../documents/chart-scale.js';
import { SHADE_LEVELS } from '../../../documents/pdf-look.js';
import { type PdfColumn, tableHeight } from '../../../documents/pdf-table.js';
import { cardName } from './card-names.js';
import { firstOf, othersText, sumOf } from './counted-table.js';
import type { Section } from './section.js';

/** After so many rows others have their turn: drawing is work. */
const AT_A_TIME = 40;
/** Some ten pages; the CSV has all. */
const MOST_CARDS = 300;
const MOST_CROSSED = { cards: 15, columns: 10 };

/** Every card on a line, most viewed first. */
export async function writeCards(
  section: Section,
  { rows, previous }: UsageCards,
  trends?: UsageTrends,
): Promise<void> {
  const { file, texts, locale } = section;
  const { shown, others } = firstOf(rows, MOST_CARDS);
  const before = previous && new Map(previous.rows.map(({ card, views }) => [card.id, views]));
  const largest = Math.max(0, ...rows.map(({ views }) => views));
  file.heading(texts.sideBySide, tableHeight(Math.min(shown.length, 8)));
  const columns: PdfColumn[] = [
    { heading: texts.card, share: 34 },
    { heading: texts.curve, share: 18 },
    { heading: texts.visits, share: 11, align: 'right' },
    ...(before ? [{ heading: texts.change, share: 14, align: 'right' } as const] : []),
    { heading: texts.visitors, share: 12, align: 'right' },
    { heading: texts.clicks, share: 10, align: 'right' },
    { heading: texts.timePerVisit, share: 15, align: 'right' },
  ];
  const table = file.table(columns, { named: 0 });
  for (const [index, { card, views, visitors, clicks, engagedMs, series }] of shown.entries()) {
    if (index % AT_A_TIME === 0) await letOthers();
    table.row([
      { text: cardName(card), bar: largest === 0 ? 0 : views / largest },
      {
        text: texts.curveOf(section.count(Math.min(...series)), section.count(Math.max(...series))),
        line: series,
      },
      section.count(views),
      ...(before ? [section.change(views, before.get(card.id) ?? 0)] : []),
      section.count(visitors),
      section.count(clicks),
      durationText(views === 0 ? null : engagedMs / views, locale),
    ]);
  }
  if (others.length > 0)
    table.row([
      { text: othersText(section, 'cards', others.length), tone: 'quiet', bar: 0 },
      '',
      section.count(sumOf(others, 'views')),
      ...(before ? [''] : []),
      section.count(sumOf(others, 'visitors')),
      section.count(sumOf(others, 'clicks')),
      '',
    ]);
  if (trends !== undefined) {
    const { totals } = trends;
    table.row(
      [
        texts.total,
        '',
        section.count(totals.views),
        ...(before ? [section.change(totals.views, trends.previous?.totals.views)] : []),
        section.count(totals.visitors),
        section.count(totals.clicks),
        durationText(totals.views === 0 ? null : totals.engagedMs / totals.views, locale),
      ],
      'total',
    );
  }
  table.end();
}

/** Cards against what their visits are told apart by, each a table over the width of a turned page. */
export async function writeCross(
  section: Section,
  cross: NonNullable<Section['report']['sections']['cross']>,
): Promise<void> {
  const { file, texts } = section;
  const tables = CROSS_BY.flatMap((by) => {
    const table = cross[by];
    return table !== undefined && table.columns.some(({ total }) => total > 0) ? [table] : [];
  });
  if (tables.length === 0) return;
  file.turn('landscape');
  file.heading(texts.cross);
  file.remark(texts.crossHint);
  for (const table of tables) {
    await letOthers();
    writeCrossed(section, table);
  }
  file.turn('portrait');
}

function writeCrossed(section: Section, { by, rows, columns }: UsageCross): void {
  const { file, texts } = section;
  const { shown, others } = firstOf(rows, MOST_CROSSED.cards);
  // Months stand by time: the latest are shown. The others by how much is in them.
  const all = columns.map(({ label, total }, index) => ({ label, total, index }));
  const months = by === 'month' ? all.toReversed() : all.filter(({ total }) => total > 0);
  const { shown: told, others: rest } = firstOf(months, MOST_CROSSED.columns);
  const wanted = by === 'month' ? told.toReversed() : told;
  const valueOf = (row: UsageCross['rows'][number], index: number) => row.cells[index]?.value ?? 0;
  const most = Math.max(0, ...shown.flatMap((row) => wanted.map(({ index }) => valueOf(row, index))));
  file.subheading(texts.crossBy[by], tableHeight(Math.min(shown.length + 2, 8)) + 20);
  const table = file.table(
    [
      { heading: texts.card, share: 16 },
      ...wanted.map(({ label }) => ({ heading: label, share: 8, align: 'right' }) as const),
      ...(rest.length > 0 ? [{ heading: texts.otherColumns, share: 8, align: 'right' } as const] : []),
      { heading: texts.total, share: 8, align: 'right' },
    ],
    { named: 0 },
  );
  for (const row of shown)
    table.row([
      cardName(row.card),
      ...wanted.map(({ index }) => {
        const value = valueOf(row, index);
        return { text: section.count(value), shade: level(value, most, SHADE_LEVELS) };
      }),
      ...(rest.length > 0
        ? [
            section.count(
              sumOf(
                rest.map(({ index }) => ({ v: valueOf(row, index) })),
                'v',
              ),
            ),
          ]
        : []),
      section.count(row.total),
    ]);
  if (others.length > 0)
    table.row([
      { text: othersText(section, 'cards', others.length), tone: 'quiet' },
      ...wanted.map(({ index }) =>
        section.count(
          sumOf(
            others.map((row) => ({ v: valueOf(row, index) })),
            'v',
          ),
        ),
      ),
      ...(rest.length > 0
        ? [
            section.count(
              sumOf(
                others.flatMap((row) => rest.map(({ index }) => ({ v: valueOf(row, index) }))),
                'v',
              ),
            ),
          ]
        : []),
      section.count(sumOf(others, 'total')),
    ]);
  table.row(
    [
      texts.total,
      ...wanted.map(({ total }) => section.count(total)),
      ...(rest.length > 0 ? [section.count(sumOf(rest, 'total'))] : []),
      section.count(sumOf(all, 'total')),
    ],
    'total',
  );
  table.end();
}
