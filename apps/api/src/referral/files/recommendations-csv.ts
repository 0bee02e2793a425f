import type { Locale } from '@num-ecard/contracts/locale';
import { consentName, lostReasonName, statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { type CsvCell, writeCsv } from '../../documents/write-csv.js';
import { fileTexts } from './file-texts.js';
import { Moments } from './moments.js';
import type { WrittenRecommendation } from './written-recommendation.js';

/** One line a recommendation, in the order in which they are given. */
export function recommendationsCsv(
  batches: AsyncIterable<readonly WrittenRecommendation[]>,
  { locale, timezone }: { locale: Locale; timezone: string },
): AsyncGenerator<string, void, undefined> {
  const texts = fileTexts(locale);
  const moments = new Moments(locale, timezone);
  const moment = (at: string | null) => (at === null ? null : moments.cell(at));
  // A file lies about for years: it says by which clocks.
  const dated = (head: string) => `${head} (${timezone})`;
  const columns: readonly [head: string, cell: (item: WrittenRecommendation) => CsvCell][] = [
    [texts.reference, ({ reference }) => reference],
    [dated(texts.received), ({ receivedAt }) => moment(receivedAt)],
    [texts.status, ({ status }) => statusName(status, locale)],
    [texts.consent, ({ consent }) => consentName(consent, locale)],
    [dated(texts.consentAt), ({ consentAt }) => moment(consentAt)],
    [texts.prospect, ({ prospect }) => prospect.name ?? texts.erasedProspect],
    [texts.company, ({ prospect }) => prospect.company],
    [texts.phone, ({ prospect }) => prospect.phoneDisplay],
    [texts.email, ({ prospect }) => prospect.email],
    [texts.contact, ({ prospect: { contact } }) => (contact === 'shown' ? null : texts.hidden[contact])],
    [texts.ambassador, ({ ambassador }) => ambassador.name ?? texts.erasedAmbassador],
    [texts.relation, ({ relation }) => relation],
    [texts.message, ({ message }) => message],
    [dated(texts.contactedAt), ({ contactedAt }) => moment(contactedAt)],
    [dated(texts.appointmentAt), ({ appointmentAt }) => moment(appointmentAt)],
    [dated(texts.convertedAt), ({ convertedAt }) => moment(convertedAt)],
    [dated(texts.lostAt), ({ lostAt }) => moment(lostAt)],
    [texts.lostReason, ({ lostReason }) => (lostReason === null ? null : lostReasonName(lostReason, locale))],
    [texts.value, ({ valueCents }) => (valueCents === null ? null : valueCents / 100)],
    [texts.card, ({ card }) => card.slug],
  ];
  return writeCsv(
    columns.map(([head]) => head),
    lines(batches, (item) => columns.map(([, cell]) => cell(item))),
    locale,
  );
}

async function* lines(
  batches: AsyncIterable<readonly WrittenRecommendation[]>,
  line: (item: WrittenRecommendation) => CsvCell[],
): AsyncGenerator<CsvCell[][], void, undefined> {
  for await (const batch of batches) yield batch.map(line);
}
