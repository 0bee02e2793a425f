/** Answers of the usage statistics. */
import { z } from 'zod';
import { line } from './text.js';
import { CROSS_BY, INTERVALS } from './period.js';
import { Device, DropReason, LinkCode, Source, Target } from './usage-vocabulary.js';
import { Count, Day, FIGURES, Milliseconds, overPeriod } from './usage-period.js';

const CountryCode = z
  .string()
  .describe('ISO 3166-1; overseas départements are countries here, as they are there');
const RegionCode = z.string().describe('ISO 3166-2');

/** `GET …/stats/geography`: most viewed first. */
export const UsageGeography = overPeriod('UsageGeography', {
  countries: z.array(z.object({ code: CountryCode, name: z.string(), ...FIGURES })),
  regions: z.array(z.object({ country: CountryCode, code: RegionCode, name: z.string(), ...FIGURES })),
  cities: z.array(
    z.object({ country: CountryCode, region: RegionCode.nullable(), name: z.string(), ...FIGURES }),
  ),
  unknown: Count.describe('views of which not even the country is known'),
});
export type UsageGeography = z.infer<typeof UsageGeography>;

/** `GET …/stats/sources` */
export const UsageSources = overPeriod('UsageSources', {
  sources: z.array(z.object({ source: Source, ...FIGURES })).describe('every source, most viewed first'),
  referrers: z.array(z.object({ host: z.string(), ...FIGURES })).describe('most viewed first'),
  links: z
    .array(
      z.object({
        code: LinkCode,
        label: z.string().describe('the code itself when the link was deleted'),
        deleted: z.boolean(),
        ...FIGURES,
      }),
    )
    .describe('every named link there is, and every other code that visits came with; most viewed first'),
});
export type UsageSources = z.infer<typeof UsageSources>;

/** `GET …/stats/engagement` */
export const UsageEngagement = overPeriod('UsageEngagement', {
  visits: Count,
  medianMs: Milliseconds.nullable().describe('to two significant digits; null without visits'),
  averageMs: Milliseconds.nullable().describe('null without visits'),
  buckets: z
    .array(z.object({ fromMs: Milliseconds, toMs: Milliseconds.nullable(), visits: Count }))
    .describe('from `fromMs` to below `toMs`; the last has no end'),
});
export type UsageEngagement = z.infer<typeof UsageEngagement>;

/** `GET …/stats/clicks` */
export const UsageClicks = overPeriod('UsageClicks', {
  visits: Count,
  clicks: Count,
  targets: z
    .array(
      z.object({
        target: Target,
        clicks: Count,
        visits: Count.describe('visits of the period in which it was pressed at least once'),
        rate: z.number().min(0).max(1).nullable().describe('those, of all visits; null without visits'),
      }),
    )
    .describe('most clicked first; the contact buttons are always there'),
});
export type UsageClicks = z.infer<typeof UsageClicks>;

/** `GET …/stats/devices`: most viewed first. */
export const UsageDevices = overPeriod('UsageDevices', {
  devices: z.array(z.object({ device: Device, ...FIGURES })).describe('every class'),
  browsers: z.array(z.object({ browser: z.string().describe('`other` when unknown'), ...FIGURES })),
  systems: z.array(z.object({ system: z.string().describe('`other` when unknown'), ...FIGURES })),
});
export type UsageDevices = z.infer<typeof UsageDevices>;

/** `GET …/stats/hours` */
export const UsageHours = overPeriod('UsageHours', {
  hours: z
    .array(
      z.object({
        weekday: z.int().min(1).max(7).describe('Monday is 1'),
        hour: z.int().min(0).max(23).describe("of the account's clocks"),
        views: Count,
        clicks: Count,
      }),
    )
    .length(7 * 24)
    .describe('every hour of the week, from Monday 0 to Sunday 23'),
});
export type UsageHours = z.infer<typeof UsageHours>;

/** `GET …/stats/visits`: latest first. */
export const UsageVisits = z
  .object({
    period: z.object({ from: Day, to: Day }),
    visits: z.array(
      z.object({
        at: z.iso.datetime(),
        card: z.object({ slug: z.string(), title: z.string() }),
        source: Source,
        link: z.object({ code: LinkCode, label: z.string() }).nullable(),
        referrer: z.string().nullable().describe('host'),
        place: z
          .object({
            country: CountryCode,
            countryName: z.string(),
            region: RegionCode.nullable(),
            regionName: z.string().nullable(),
            city: z.string().nullable(),
          })
          .nullable(),
        device: Device,
        browser: z.string(),
        system: z.string(),
        engagedMs: Milliseconds,
        clicks: z.array(z.object({ target: Target, clicks: Count })).describe('most clicked first'),
      }),
    ),
    next: z.string().nullable().describe('the `cursor` of the next page'),
  })
  .meta({ id: 'UsageVisits' });
export type UsageVisits = z.infer<typeof UsageVisits>;

/** `GET …/stats/filtered`: what was not counted, and why. */
export const UsageFiltered = overPeriod('UsageFiltered', {
  views: Count,
  clicks: Count,
  reasons: z.array(z.object({ reason: DropReason, views: Count, clicks: Count })).describe('every reason'),
});
export type UsageFiltered = z.infer<typeof UsageFiltered>;

const CardNamed = z.object({ id: z.uuid(), slug: z.string(), title: z.string() });

/** `GET /api/stats/cards`: cards beside one another. */
export const UsageCards = overPeriod('UsageCards', {
  interval: z.enum(INTERVALS),
  starts: z
    .array(Day)
    .describe(
      'the days; the Mondays of the weeks; the firsts of the months: every one that the period touches',
    ),
  rows: z
    .array(
      z.object({
        card: CardNamed,
        ...FIGURES,
        engagedMs: Milliseconds,
        series: z.array(Count).describe('views, one a start'),
      }),
    )
    .describe('every card asked for, most viewed first'),
});
export type UsageCards = z.infer<typeof UsageCards>;

/** Of the column that holds together what has none of its own. */
export const OTHER_COLUMN = 'other';
/** Of the column of what is not known, such as a place. */
export const UNKNOWN_COLUMN = 'unknown';
/** Columns of `GET /api/stats/cross`, besides `other`; months are never held together. */
export const MAX_CROSS_COLUMNS = 24;

/** `GET /api/stats/cross`: views by card and column; clicks where the columns are targets. */
export const UsageCross = overPeriod('UsageCross', {
  by: z.enum(CROSS_BY),
  rows: z
    .array(
      z.object({
        card: CardNamed,
        total: Count,
        cells: z
          .array(z.object({ key: z.string(), label: z.string(), value: Count }))
          .describe('one a column, in the order of `columns`'),
      }),
    )
    .describe('every card asked for, largest total first'),
  columns: z
    .array(z.object({ key: z.string(), label: z.string(), total: Count }))
    .describe('largest total first, then `unknown` and `other`; months by time'),
});
export type UsageCross = z.infer<typeof UsageCross>;

export const MAX_LINKS_PER_CARD = 200;

/** `POST /api/cards/:card/links` */
export const NewNamedLink = z
  .object({ label: line(80).describe('the occasion, such as "Salon de Lyon"; unique on the card') })
  .meta({ id: 'NewNamedLink' });
export type NewNamedLink = z.infer<typeof NewNamedLink>;

export const NamedLink = z
  .object({
    code: LinkCode,
    label: z.string(),
    url: z.string().describe("the card's address with the link's mark"),
    qrSvg: z.string().describe('address of its QR code'),
    qrPng: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'NamedLink' });
export type NamedLink = z.infer<typeof NamedLink>;

/** `GET /api/cards/:card/links`: latest first. */
export const NamedLinks = z.object({ links: z.array(NamedLink) }).meta({ id: 'NamedLinks' });
export type NamedLinks = z.infer<typeof NamedLinks>;
