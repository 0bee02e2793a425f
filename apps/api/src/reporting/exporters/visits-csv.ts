import type { Report } from '@num-ecard/contracts/report';
import type { UsageVisits } from '@num-ecard/contracts/usage';
import { CONTACT_TARGETS } from '@num-ecard/contracts/usage-vocabulary';
import { deviceName, familyName, sourceName, targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import { clockTime } from '../../clocks/local-time.js';
import { type CsvCell, writeCsv } from '../../documents/write-csv.js';
import { csvTexts } from './csv-texts.js';

type Visit = UsageVisits['visits'][number];

/** One line a visit, in the order in which they are given. */
export function visitsCsv(
  { language, timezone, account }: Pick<Report, 'language' | 'timezone' | 'account'>,
  visits: AsyncIterable<readonly Visit[]>,
): AsyncGenerator<string, void, undefined> {
  const texts = csvTexts(language);
  const head = [
    // A file lies about for years: it says by which clocks.
    `${texts.date} (${timezone})`,
    texts.timeOfDay,
    texts.offset,
    texts.card,
    texts.cardAddress,
    texts.source,
    texts.link,
    texts.linkCode,
    texts.referrer,
    texts.country,
    texts.countryCode,
    texts.region,
    texts.regionCode,
    texts.city,
    texts.device,
    texts.browser,
    texts.system,
    texts.seconds(texts.engaged),
    texts.clicks,
    ...CONTACT_TARGETS.map((target) => texts.clicksOn(targetName(target, language))),
    texts.otherClicks,
    ...(account.demo ? [texts.data] : []),
  ];
  const cells = ({ at, card, source, link, referrer, place, clicks, ...visit }: Visit): CsvCell[] => {
    const { day, time, offset } = clockTime(Date.parse(at), timezone);
    const contacts = CONTACT_TARGETS.map((name) => clicks.find(({ target }) => target === name)?.clicks ?? 0);
    const all = clicks.reduce((sum, pressed) => sum + pressed.clicks, 0);
    return [
      texts.day(day),
      time,
      offset,
      card.title,
      card.slug,
      sourceName(source, language),
      link?.label ?? null,
      link?.code ?? null,
      referrer,
      place?.countryName ?? null,
      place?.country ?? null,
      place?.regionName ?? null,
      place?.region ?? null,
      place?.city ?? null,
      deviceName(visit.device, language),
      familyName(visit.browser, language),
      familyName(visit.system, language),
      visit.engagedMs / 1000,
      all,
      ...contacts,
      contacts.reduce((rest, count) => rest - count, all),
      ...(account.demo ? [texts.demo] : []),
    ];
  };
  return writeCsv(head, lines(visits, cells), language);
}

async function* lines(visits: AsyncIterable<readonly Visit[]>, cells: (visit: Visit) => CsvCell[]) {
  for await (const batch of visits) yield batch.map((visit) => cells(visit));
}
