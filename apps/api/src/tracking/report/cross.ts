import type { Locale } from '@num-ecard/contracts/locale';
import type { CrossBy } from '@num-ecard/contracts/period';
import { addMonths, type DayRange, startOfMonth } from '@num-ecard/contracts/period-calendar';
import { OTHER_COLUMN, UNKNOWN_COLUMN, type UsageCross } from '@num-ecard/contracts/usage';
import { SOURCES } from '@num-ecard/contracts/usage-vocabulary';
import { sourceName, targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import type { CountedKey, NumberedCard } from './counted-keys.js';
import { keyParts } from './figures.js';
import type { AreaNames } from './geography.js';

export interface CrossCard extends NumberedCard {
  readonly slug: string;
  readonly title: string;
}

/** What columns are called, beyond the areas. */
export interface ColumnNames extends AreaNames {
  readonly locale: Locale;
}

const OTHERS: Readonly<Record<Locale, string>> = { fr: 'Autres', en: 'Others' };

/** Of a place that is known no further, or, like overseas départements, has no regions. */
const UNKNOWN: Readonly<Record<Locale, Readonly<Partial<Record<CrossBy, string>>>>> = {
  fr: { country: 'Pays inconnu', region: 'Sans région', city: 'Ville inconnue' },
  en: { country: 'Unknown country', region: 'No region', city: 'Unknown city' },
};

/** The columns that stand last, whatever their totals. */
const LAST: readonly string[] = [UNKNOWN_COLUMN, OTHER_COLUMN];

type Table = Pick<UsageCross, 'by' | 'rows' | 'columns'>;

/**
 * Cards against columns: every card asked for, the largest first; the largest columns first, and months by time, each of the
 * range. Every row has a cell in every column.
 * @param keys by what `usagePackedCards` calls them; months by what it calls those of the total
 */
export function cross(
  by: CrossBy,
  range: DayRange,
  cards: readonly CrossCard[],
  keys: readonly CountedKey[],
  names: ColumnNames,
): Table {
  const values = new Map<string, Float64Array>();
  const valuesOf = (column: string): Float64Array => {
    const found = values.get(column) ?? new Float64Array(cards.length);
    values.set(column, found);
    return found;
  };
  if (by === 'month') for (const month of monthsOf(range)) valuesOf(month);
  for (const { key, values: added } of keys) {
    const column = valuesOf(columnKey(by, key));
    for (const [place, value] of added.entries()) column[place] = (column[place] ?? 0) + value;
  }
  const labels = columnLabels(by, [...values.keys()], names);
  const columns = Array.from(values, ([key, ofCards]) => ({
    key,
    label: labels.get(key) ?? key,
    total: ofCards.reduce((sum, value) => sum + value, 0),
  })).toSorted(
    (a, b) =>
      LAST.indexOf(a.key) - LAST.indexOf(b.key) ||
      (by === 'month' ? 0 : b.total - a.total) ||
      (a.key < b.key ? -1 : 1),
  );
  const inOrder = columns.map(({ key, label }) => ({ key, label, ofCards: valuesOf(key) }));
  const rows = cards.map(({ id, slug, title }, place) => {
    const cells = inOrder.map(({ key, label, ofCards }) => ({ key, label, value: ofCards[place] ?? 0 }));
    return { card: { id, slug, title }, total: cells.reduce((sum, { value }) => sum + value, 0), cells };
  });
  // Stable: equal cards keep the account's order.
  return { by, rows: rows.toSorted((a, b) => b.total - a.total), columns };
}

/** Every month that a range touches, as `YYYY-MM`. */
function monthsOf({ from, to }: DayRange): string[] {
  const months: string[] = [];
  for (let start = startOfMonth(from); start <= to; start = addMonths(start, 1))
    months.push(start.slice(0, 7));
  return months;
}

/** What a client knows a column by: codes alone where codes are enough. */
function columnKey(by: CrossBy, key: string | null): string {
  if (key === null) return OTHER_COLUMN;
  const [country, region, city] = keyParts(key);
  switch (by) {
    case 'country':
      return country ?? UNKNOWN_COLUMN;
    case 'region':
      return region ?? UNKNOWN_COLUMN;
    case 'city':
      return city === null ? UNKNOWN_COLUMN : key;
    case 'target':
      // One that a page calls "other" must not be taken for the last column.
      return LAST.includes(key) ? `${key}/` : key;
    default:
      return key;
  }
}

function columnLabels(by: CrossBy, keys: readonly string[], names: ColumnNames): Map<string, string> {
  const labels = new Map(keys.map((key) => [key, columnLabel(by, key, names)]));
  if (by !== 'city') return labels;
  // Saint-Denis is near Paris and on La Réunion.
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const label of labels.values()) (once.has(label) ? twice : once).add(label);
  for (const [key, label] of labels) {
    if (!twice.has(label)) continue;
    const [country, region] = keyParts(key);
    const area = region === null ? names.countryName(country ?? '') : names.regionName(region);
    labels.set(key, `${label} (${area})`);
  }
  return labels;
}

function columnLabel(by: CrossBy, key: string, names: ColumnNames): string {
  if (key === OTHER_COLUMN) return OTHERS[names.locale];
  if (key === UNKNOWN_COLUMN) return UNKNOWN[names.locale][by] ?? key;
  switch (by) {
    case 'source': {
      const source = SOURCES.find((known) => known === key);
      return source === undefined ? key : sourceName(source, names.locale);
    }
    case 'target':
      return targetName(key.replace('/', ''), names.locale);
    case 'country':
      return names.countryName(key);
    case 'region':
      return names.regionName(key);
    case 'city':
      return keyParts(key)[2] ?? key;
    default:
      return monthName(key, names.locale);
  }
}

const monthNames = (locale: Locale): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
// To make one takes as long as to ask the database.
const MONTH_NAMES: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  fr: monthNames('fr'),
  en: monthNames('en'),
};

/** Such as "novembre 2026". */
function monthName(month: string, locale: Locale): string {
  return MONTH_NAMES[locale].format(new Date(`${month}-01T00:00:00Z`));
}
