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

/** Of what there is, what is told. */
type Choice = <Row>(changes: readonly Change<Row>[]) => Change<Row> | undefined;

interface Words {
  visits(count: number): string;
  inAll(count: number): string;
  visitors(count: number): string;
  source(name: string, count: number): string;
  button(name: string, count: number): string;
  /** @param name of a town: nothing that depends on its first letter stands before it */
  city(name: string, count: number, several: boolean): string;
  day(name: string, count: number): string;
  more(count: number, month: string): string;
  fewer(count: number, month: string): string;
  none(month: string): string;
  same(month: string): string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  fr: {
    visits: (count) => `${countText(count, 'fr')} ${count < 2 ? 'visite' : 'visites'}`,
    inAll: (count) => `${WORDS.fr.visits(count)} en tout`,
    visitors: (count) => `${countText(count, 'fr')} ${count < 2 ? 'visiteur' : 'visiteurs'}`,
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
    same: (month) => `, autant qu’en ${month}`,
  },
  en: {
    visits: (count) => `${countText(count, 'en')} ${count === 1 ? 'visit' : 'visits'}`,
    inAll: (count) => `${WORDS.en.visits(count)} in all`,
    visitors: (count) => `${countText(count, 'en')} ${count === 1 ? 'visitor' : 'visitors'}`,
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
    same: (month) => `, as many as in ${month}`,
  },
};

/**
 * Three plain sentences about what the month brought: the way in, the button and the town that changed most, or the best day. Of each
 * the largest change, in numbers as they are: most months are small, and percentages of little say more than is known. Where less than
 * that changed, the month's totals follow. Nothing is said of a month without visits.
 */
export function monthlySentences(report: Report): string[] {
  const { trends } = report.sections;
  if ((trends?.totals.views ?? 0) === 0) return [];
  const [source, button] = [sourceSentence(report, changedMost), buttonSentence(report, changedMost)];
  const changed = [source, button, citySentence(report)].filter((sentence) => sentence !== undefined);
  const sentences = [
    ...changed.toSorted((a, b) => b.weight - a.weight),
    bestDay(report),
    totalSentence(report, views, ({ now }, words) => words.inAll(now)),
    button === undefined ? buttonSentence(report, most) : undefined,
    source === undefined ? sourceSentence(report, most) : undefined,
    totalSentence(
      report,
      ({ visitors }) => visitors,
      ({ now }, words) => words.visitors(now),
    ),
  ];
  return sentences.flatMap((sentence) => sentence?.text ?? []).slice(0, SAID_AT_MOST);
}

function sourceSentence(report: Report, choose: Choice): Sentence | undefined {
  const { sources } = report.sections;
  const changes = changesOf(sources?.sources, sources?.previous?.sources, ({ source }) => source, views);
  return said(report, choose(changes), ({ row, now }, words) =>
    words.source(sourceName(row.source, report.language), now),
  );
}

function buttonSentence(report: Report, choose: Choice): Sentence | undefined {
  const { clicks } = report.sections;
  const changes = changesOf(
    clicks?.targets,
    clicks?.previous?.targets,
    ({ target }) => target,
    (row) => row.clicks,
  );
  return said(report, choose(changes), ({ row, now }, words) =>
    words.button(targetName(row.target, report.language), now),
  );
}

/** Only of towns from which somebody came: that nobody did says little. */
function citySentence(report: Report): Sentence | undefined {
  const { geography } = report.sections;
  const key = ({ country, region, name }: City) => JSON.stringify([country, region, name]);
  const changes = changesOf(geography?.cities, geography?.previous?.cities, key, views);
  const several = report.subject.cards.length > 1;
  return said(report, changedMost(changes.filter(({ now }) => now > 0)), ({ row, now }, words) =>
    words.city(row.name, now, several),
  );
}

function totalSentence(
  report: Report,
  count: (totals: Totals) => number,
  say: (change: Change<Totals>, words: Words) => string,
): Sentence | undefined {
  const { trends } = report.sections;
  if (trends === undefined) return undefined;
  const { totals, previous } = trends;
  const before = previous === undefined ? null : count(previous.totals);
  return said(report, { row: totals, now: count(totals), before }, say);
}

/** Where one alone was the best. */
function bestDay({ language, sections }: Report): Sentence | undefined {
  const points = sections.trends?.points ?? [];
  const highest = Math.max(0, ...points.map(views));
  const [best, ...others] = points.filter((point) => views(point) === highest);
  if (best === undefined || highest === 0 || others.length > 0) return undefined;
  return { weight: highest, text: `${WORDS[language].day(dayWord(best.start, language), highest)}.` };
}

type City = NonNullable<Report['sections']['geography']>['cities'][number];
type Totals = NonNullable<Report['sections']['trends']>['totals'];

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
    now === before
      ? words.same(month)
      : before === 0
        ? words.none(month)
        : now > before
          ? words.more(now - before, month)
          : words.fewer(before - now, month);
  return { weight: Math.abs(now - before), text: `${say(change, words)}${than}.` };
}

function changesOf<Row>(
  rows: readonly Row[] = [],
  previous: readonly Row[] | undefined,
  key: (row: Row) => string,
  count: (row: Row) => number,
): Change<Row>[] {
  const before = new Map((previous ?? []).map((row) => [key(row), count(row)]));
  const present = new Set(rows.map(key));
  const gone = (previous ?? []).filter((row) => !present.has(key(row)));
  return [
    ...rows.map((row) => ({
      row,
      now: count(row),
      before: previous === undefined ? null : (before.get(key(row)) ?? 0),
    })),
    ...gone.map((row) => ({ row, now: 0, before: count(row) })),
  ];
}

/** What changed most; where there is nothing to compare with, what there was most of. Of equals the first. */
const changedMost: Choice = (changes) => {
  const weight = ({ now, before }: Change<unknown>) => Math.abs(now - (before ?? 0));
  return changes.filter((change) => weight(change) > 0).toSorted((a, b) => weight(b) - weight(a))[0];
};

/** What there was most of. */
const most: Choice = (changes) => changes.filter(({ now }) => now > 0).toSorted((a, b) => b.now - a.now)[0];

function times(count: number): string {
  return count === 1 ? 'once' : `${countText(count, 'en')} times`;
}
