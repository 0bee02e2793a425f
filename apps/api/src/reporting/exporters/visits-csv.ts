import type { Report } from '@num-ecard/contracts/report';
import type { UsageVisits } from '@num-ecard/contracts/usage';
import { CONTACT_TARGETS } from '@num-ecard/contracts/usage-vocabulary';
import { deviceName, sourceName, targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import { clockTime } from '../../clocks/local-time.js';
import { type CsvCell, writeCsv } from '../../documents/write-csv.js';
import { csvTexts } from './csv-texts.js';

type Visit = UsageVisits['visits'][number];

/** One line a visit, in the order in which they are given. */
export function visitsCsv(
  { language, timezone, account }: Pick<Report, 'language' | 'timezone' | 'account'>,
  visits: AsyncIterable<readonly Visit[]>,
): AsyncGenerator<string, void, undefined> {
  const { visitHeads: heads, day: shownDay, other, demo } = csvTexts(language);
  const named = (name: string) => (name === 'other' ? other : name);
  const head = [
    // A file lies about for years: it says by which clocks.
    `${heads.day} (${timezone})`,
    heads.time,
    heads.offset,
    heads.card,
    heads.title,
    heads.source,
    heads.link,
    heads.linkCode,
    heads.referrer,
    heads.country,
    heads.countryCode,
    heads.region,
    heads.regionCode,
    heads.city,
    heads.device,
    heads.browser,
    heads.system,
    heads.engaged,
    heads.clicks,
    ...CONTACT_TARGETS.map((target) => heads.clicksOn(targetName(target, language))),
    heads.otherClicks,
    ...(account.demo ? [heads.data] : []),
  ];
  const cells = ({ at, card, source, link, referrer, place, clicks, ...visit }: Visit): CsvCell[] => {
    const { day, time, offset } = clockTime(Date.parse(at), timezone);
    const contacts = CONTACT_TARGETS.map((name) => clicks.find(({ target }) => target === name)?.clicks ?? 0);
    const all = clicks.reduce((sum, pressed) => sum + pressed.clicks, 0);
    return [
      shownDay(day),
      time,
      offset,
      card.slug,
      card.title,
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
      named(visit.browser),
      named(visit.system),
      visit.engagedMs / 1000,
      all,
      ...contacts,
      contacts.reduce((rest, count) => rest - count, all),
      ...(account.demo ? [demo] : []),
    ];
  };
  return writeCsv(head, lines(visits, cells), language);
}

async function* lines(visits: AsyncIterable<readonly Visit[]>, cells: (visit: Visit) => CsvCell[]) {
  for await (const batch of visits) yield batch.map((visit) => cells(visit));
}
