import type { Readable } from 'node:stream';
import { setImmediate as letOthers } from 'node:timers/promises';
import type { Locale } from '@num-ecard/contracts/locale';
import type { Recommendation, RecommendationsFileQuery } from '@num-ecard/contracts/referral';
import { STATUSES, type Status } from '@num-ecard/contracts/referral-vocabulary';
import { consentName, statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { harmlessLine } from '../../documents/harmless-text.js';
import { PdfFile } from '../../documents/pdf-file.js';
import { fileTexts } from './file-texts.js';
import { Moments } from './moments.js';

/** What the file holds; all of it was read at one moment, so that its figures are those of its list. */
export interface RecommendationsDocument {
  readonly owner: { readonly name: string; readonly timezone: string };
  readonly locale: Locale;
  readonly query: RecommendationsFileQuery;
  /** Of the filter by ambassador; null when there is none, or when they are erased. */
  readonly ambassador: string | null;
  /** Of all that the filters leave, whatever the wanted status. */
  readonly counts: ReadonlyMap<Status, number>;
  /** The first of them, in the list's order; as many as `MAX_LISTED` at most. */
  readonly items: readonly Recommendation[];
  readonly writtenAt: Date;
}

/** Some hundred pages. Whoever has more opens the CSV. */
export const MAX_LISTED = 2000;
/** After so many rows others have their turn: drawing is work. */
const AT_A_TIME = 50;

/** The list as a document to hand over. @returns what is written while it is */
export function recommendationsPdf(document: RecommendationsDocument): Readable {
  const { locale, writtenAt } = document;
  const file = new PdfFile({
    title: fileTexts(locale).recommendations,
    locale,
    createdAt: writtenAt,
    landscape: true,
  });
  // The fonts are put in at the end: that may fail too.
  write(file, document)
    .then(() => file.end())
    .catch((error: unknown) => file.stream.destroy(error as Error));
  return file.stream;
}

async function write(file: PdfFile, document: RecommendationsDocument): Promise<void> {
  const { owner, locale, query, counts, items, writtenAt } = document;
  const texts = fileTexts(locale);
  const moments = new Moments(locale, owner.timezone);
  const number = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB');
  const countOf = (status: Status) => counts.get(status) ?? 0;
  const total = STATUSES.reduce((sum, status) => sum + countOf(status), 0);

  file.title(texts.recommendations);
  file.paragraph(`${harmlessLine(owner.name)} · ${periodOf(query, locale, moments)}`);
  const filters = filtersOf(document);
  if (filters.length > 0) file.paragraph(texts.filters(filters.join(' · ')));
  file.remark(`${texts.writtenAt(moments.exactly(writtenAt))} (${owner.timezone})`);
  file.heading(texts.figures);
  file.figures([
    { label: texts.total, value: number.format(total) },
    ...STATUSES.map((status) => ({
      label: statusName(status, locale),
      value: number.format(countOf(status)),
    })),
  ]);
  const wanted = query.status === undefined ? total : countOf(query.status);
  file.heading(texts.list(number.format(wanted)));
  if (items.length === 0) return file.paragraph(texts.none);
  if (items.length < wanted) file.paragraph(texts.cutOff(number.format(items.length), number.format(wanted)));

  const money = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'currency',
    currency: 'EUR',
  });
  const table = file.table(
    [
      { heading: texts.received, share: 14 },
      { heading: texts.reference, share: 10 },
      { heading: texts.prospect, share: 22 },
      { heading: texts.contact, share: 24 },
      { heading: texts.ambassador, share: 18 },
      { heading: texts.status, share: 13 },
      { heading: texts.consent, share: 17 },
      { heading: texts.value, share: 13, align: 'right' },
    ],
    { named: 1 },
  );
  for (const [index, item] of items.entries()) {
    if (index % AT_A_TIME === 0) await letOthers();
    // Whoever asked has gone away.
    if (file.stream.destroyed) return;
    const { prospect, ambassador, status, consent, valueCents } = item;
    table.row([
      moments.cell(item.receivedAt),
      item.reference,
      [prospect.name ?? texts.erasedProspect, prospect.company].map(lineOf).filter(Boolean).join('\n'),
      prospect.contact === 'shown'
        ? [prospect.phoneDisplay, prospect.email].map(lineOf).filter(Boolean).join('\n')
        : texts.hidden[prospect.contact],
      lineOf(ambassador.name ?? texts.erasedAmbassador),
      statusName(status, locale),
      consentName(consent, locale),
      valueCents === null ? '' : money.format(valueCents / 100),
    ]);
  }
  table.end();
}

function lineOf(text: string | null): string {
  return text === null ? '' : harmlessLine(text);
}

function periodOf({ from, to, dated }: RecommendationsFileQuery, locale: Locale, moments: Moments): string {
  const texts = fileTexts(locale);
  if (from === undefined && to === undefined) return texts.wholePeriod;
  const days =
    from === undefined
      ? texts.until(moments.day(to as string))
      : to === undefined
        ? texts.since(moments.day(from))
        : texts.days(moments.day(from), moments.day(to));
  return `${days}, ${texts.dated[dated]}`;
}

function filtersOf({ query, locale, ambassador }: RecommendationsDocument): string[] {
  const texts = fileTexts(locale);
  const { q, status, consent, reached } = query;
  return [
    q === undefined ? null : texts.search(harmlessLine(q)),
    status === undefined ? null : texts.statusIs(statusName(status, locale)),
    reached === undefined ? null : texts.reachedIs(texts.reached[reached]),
    consent === undefined ? null : texts.consentIs(consentName(consent, locale)),
    query.ambassador === undefined
      ? null
      : texts.ofAmbassador(harmlessLine(ambassador ?? texts.erasedAmbassador)),
  ].filter((filter) => filter !== null);
}
