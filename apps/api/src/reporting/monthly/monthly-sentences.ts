import type { Locale } from '@num-ecard/contracts/locale';
import { countText } from '@num-ecard/contracts/numbers';
import type { Report } from '@num-ecard/contracts/report';
import { sourceName, targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import { dayWord, monthWord } from './monthly-words.js';

const SAID_AT_MOST = 3;

/** How often this month, and how often in the month before; null where there is nothing to compare with. */
interface Change<Row> {
  readonly row: Row;
  readonly now: number;
  readonly before: number | null;
}

interface Sentence {
  /** How much it is about, in visits or clicks. */
  readonly weight: number;
  readonly text: string;
}

interface Words {
  visits(count: number): string;
  source(name: string, count: number): string;
  button(name: string, count: number): string;
  /** @param name of a town: nothing that depends on its first letter stands before it */
  city(name: string, count: number, several: boolean): string;
  day(name: string, count: number): string;
  more(count: number, month: string): string;
  fewer(count: number, month: string): string;
  none(month: string): string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  fr: {
    visits: (count) => `${countText(count, 'fr')} ${count < 2 ? 'visite' : 'visites'}`,
    source: (name, count) =>
      count === 0
        ? `Aucune visite n’est venue par «\u00a0${name}\u00a0»`
        : `${WORDS.fr.visits(count)} ${count < 2 ? 'est venue' : 'sont venues'} par «\u00a0${name}\u00a0»`,
    button: (name, count) =>
      count === 0
        ? `Le bouton «\u00a0${name}\u00a0» n’a pas été pressé`
        : `Le bouton «\u00a0${name}\u00a0» a été pressé ${countText(count, 'fr')} fois`,
    city: (name, count, several) =>
      `${several ? 'Vos cartes ont été vues' : 'Votre carte a été vue'} ${countText(count, 'fr')} fois depuis ${name}`,
    day: (name, count) => `Votre meilleure journée a été le ${name}, avec ${WORDS.fr.visits(count)}`,
    more: (count, month) => `, ${countText(count, 'fr')} de plus qu’en ${month}`,
    fewer: (count, month) => `, ${countText(count, 'fr')} de moins qu’en ${month}`,
    none: (month) => `, contre zéro en ${month}`,
  },
  en: {
    visits: (count) => `${countText(count, 'en')} ${count === 1 ? 'visit' : 'visits'}`,
    source: (name, count) => `${count === 0 ? 'No visits' : WORDS.en.visits(count)} came by “${name}”`,
    button: (name, count) =>
      count === 0
        ? `The button “${name}” was not pressed`
        : `The button “${name}” was pressed ${times(count)}`,
    city: (name, count, several) =>
      `Your ${several ? 'cards were' : 'card was'} seen ${times(count)} from ${name}`,
    day: (name, count) => `Your best day was ${name}, with ${WORDS.en.visits(count)}`,
    more: (count, month) => `, ${countText(count, 'en')} more than in ${month}`,
    fewer: (count, month) => `, ${countText(count, 'en')} fewer than in ${month}`,
    none: (month) => `, up from none in ${month}`,
  },
};

/**
 * At most three plain sentences about what the month brought: the way in, the button and the town that changed most, or the best day. Of
 * each the largest change, in numbers as they are: most months are small, and percentages of little say more than is known. Nothing is
 * said of what stayed as it was, and nothing of a month without visits.
 */
export function monthlySentences(report: Report): string[] {
  const { sections } = report;
  if ((sections.trends?.totals.views ?? 0) === 0) return [];
  const changed = [sourceSentence(report), buttonSentence(report), citySentence(report)]
    .filter((sentence) => sentence !== undefined)
    .toSorted((a, b) => b.weight - a.weight);
  const best = bestDay(report);
  return [...changed.map(({ text }) => text), ...(best === undefined ? [] : [best])].slice(0, SAID_AT_MOST);
}

function sourceSentence(report: Report): Sentence | undefined {
  const { sources } = report.sections;
  const found = largest(sources?.sources, sources?.previous?.sources, ({ source }) => source, views);
  return said(report, found, ({ row, now }, words) =>
    words.source(sourceName(row.source, report.language), now),
  );
}

function buttonSentence(report: Report): Sentence | undefined {
  const { clicks } = report.sections;
  const found = largest(
    clicks?.targets,
    clicks?.previous?.targets,
    ({ target }) => target,
    (row) => row.clicks,
  );
  return said(report, found, ({ row, now }, words) =>
    words.button(targetName(row.target, report.language), now),
  );
}

/** Only of towns from which somebody came: that nobody did says little. */
function citySentence(report: Report): Sentence | undefined {
  const { geography } = report.sections;
  const key = ({ country, region, name }: City) => JSON.stringify([country, region, name]);
  const found = largest(geography?.cities, geography?.previous?.cities, key, views, ({ now }) => now > 0);
  return said(report, found, ({ row, now }, words) => words.city(row.name, now, report.subject.consolidated));
}

/** Where one alone was the best. */
function bestDay({ language, sections }: Report): string | undefined {
  const points = sections.trends?.points ?? [];
  const most = Math.max(0, ...points.map(views));
  const [best, ...others] = points.filter((point) => views(point) === most);
  if (best === undefined || most === 0 || others.length > 0) return undefined;
  return `${WORDS[language].day(dayWord(best.start, language), most)}.`;
}

type City = NonNullable<Report['sections']['geography']>['cities'][number];

const views = (row: { readonly views: number }): number => row.views;

function said<Row>(
  { language, previous }: Report,
  change: Change<Row> | undefined,
  say: (change: Change<Row>, words: Words) => string,
): Sentence | undefined {
  if (change === undefined) return undefined;
  const { now, before } = change;
  const words = WORDS[language];
  if (previous === null || before === null) return { weight: now, text: `${say(change, words)}.` };
  const month = monthWord(previous.from.slice(0, 7), language);
  const than =
    before === 0
      ? words.none(month)
      : now > before
        ? words.more(now - before, month)
        : words.fewer(before - now, month);
  return { weight: Math.abs(now - before), text: `${say(change, words)}${than}.` };
}

/** What changed most; where there is nothing to compare with, what there was most of. Of equals the first. */
function largest<Row>(
  rows: readonly Row[] = [],
  previous: readonly Row[] | undefined,
  key: (row: Row) => string,
  count: (row: Row) => number,
  told: (change: Change<Row>) => boolean = () => true,
): Change<Row> | undefined {
  const before = new Map((previous ?? []).map((row) => [key(row), count(row)]));
  const present = new Set(rows.map(key));
  const gone = (previous ?? []).filter((row) => !present.has(key(row)));
  const changes: Change<Row>[] = [
    ...rows.map((row) => ({ row, now: count(row), before: previous && (before.get(key(row)) ?? 0) })),
    ...gone.map((row) => ({ row, now: 0, before: count(row) })),
  ].map(({ row, now, before: earlier }) => ({ row, now, before: earlier ?? null }));
  const weight = ({ now, before: earlier }: Change<Row>) => Math.abs(now - (earlier ?? 0));
  return changes
    .filter((change) => weight(change) > 0 && told(change))
    .toSorted((a, b) => weight(b) - weight(a))[0];
}

function times(count: number): string {
  return count === 1 ? 'once' : `${countText(count, 'en')} times`;
}
