import { shareText } from '@num-ecard/contracts/numbers';
import type { PdfCell, PdfColumn } from '../../../documents/pdf-table.js';
import type { PdfTexts } from './pdf-texts.js';
import type { Section } from './section.js';

/** One line of a list of what was counted. */
export interface Counted {
  readonly key: string;
  readonly name: string;
  readonly views: number;
  readonly clicks: number;
}

export interface CountedList {
  readonly head: string;
  /** Most viewed first. */
  readonly rows: readonly Counted[];
  /** Of the period that it is compared with; undefined without. */
  readonly before: readonly Counted[] | undefined;
  /** All visits, of which shares are told. */
  readonly total: number;
  /** So many lines at most; the rest is one, called so. */
  readonly most: number;
  readonly rest: keyof PdfTexts['others'];
  /** Visits that none of the lines has: below them all, a line of its own. */
  readonly unknown?: { readonly name: string; readonly now: number; readonly before: number };
}

/** What came from where: a bar behind each name, visits, their share, how they changed, and clicks. */
export function writeCounted(
  section: Section,
  { head, rows, before, total, most, rest, unknown }: CountedList,
): void {
  const { texts, locale, file } = section;
  const { shown, others } = firstOf(rows, most);
  const largest = Math.max(0, unknown?.now ?? 0, ...shown.map(({ views }) => views));
  const earlier = before && new Map(before.map(({ key, views }) => [key, views]));
  const columns: PdfColumn[] = [
    { heading: head, share: 50 },
    { heading: texts.visits, share: 13, align: 'right' },
    { heading: texts.share, share: 12, align: 'right' },
    ...(earlier ? [{ heading: texts.change, share: 15, align: 'right' } as const] : []),
    { heading: texts.clicks, share: 12, align: 'right' },
  ];
  const table = file.table(columns, { named: 0 });
  const line = (name: PdfCell, views: number, change: PdfCell, clicks?: number) =>
    table.row([
      name,
      section.count(views),
      total === 0 ? '—' : shareText(views / total, locale),
      ...(earlier ? [change] : []),
      clicks === undefined ? '' : section.count(clicks),
    ]);
  const barred = (text: string, views: number) => ({ text, bar: largest === 0 ? 0 : views / largest });
  for (const { key, name, views, clicks } of shown)
    line(barred(name, views), views, section.change(views, earlier?.get(key) ?? 0), clicks);
  if (others.length > 0)
    line(
      { text: othersText(section, rest, others.length), bar: 0, tone: 'quiet' },
      sumOf(others, 'views'),
      '',
      sumOf(others, 'clicks'),
    );
  if (unknown !== undefined && unknown.now > 0) {
    const { name, now, before: then } = unknown;
    line(barred(name, now), now, section.change(now, then));
  }
  table.end();
}

/** The first of a list, and the rest; one that would be alone in the rest is shown as well. */
export function firstOf<Item>(items: readonly Item[], most: number): { shown: Item[]; others: Item[] } {
  const shown = items.length <= most + 1 ? items.length : most;
  return { shown: items.slice(0, shown), others: items.slice(shown) };
}

export function othersText(section: Section, what: keyof PdfTexts['others'], many: number): string {
  const { texts } = section;
  return many === 1 ? texts.one[what] : texts.others[what](section.count(many));
}

export function sumOf<Key extends string>(rows: readonly Readonly<Record<Key, number>>[], of: Key): number {
  return rows.reduce((sum, row) => sum + row[of], 0);
}
