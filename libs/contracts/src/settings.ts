/** What an owner chooses for their account. */
import { z } from 'zod';
import { Locale, TimeZone } from './locale.js';
import { line } from './text.js';

const TimeOfDay = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 22:00')
  .describe("in the account's time zone");

const QuietHours = z
  .strictObject({ from: TimeOfDay, to: TimeOfDay })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'must differ from the beginning' })
  .describe(
    'hours in which alerts on devices wait for their end; over midnight when they end before they begin',
  );

const Report = z.strictObject({ monthly: z.boolean() });

const Notifications = z.strictObject({
  visits: z.boolean().describe('how many visits and clicks the card has had'),
  unusual: z.boolean().describe('a day that is much busier than usual'),
  firstLinkVisit: z.boolean().describe('the first visit by a named link'),
  recommendation: z.boolean().describe('a referral received; belongs to the feature `referral`'),
  quietHours: QuietHours.nullable(),
});

/** Before a prospect has agreed to be called: their number with a warning, or no number. */
export const NUMBER_BEFORE_CONSENT = ['warn', 'mask'] as const;
const Referral = z.strictObject({ numberBeforeConsent: z.enum(NUMBER_BEFORE_CONSENT) });

/** `GET /api/settings`: also of what the model lacks, for the day it has it. */
export const Settings = z
  .object({
    name: z.string(),
    email: z.email(),
    locale: Locale,
    timezone: TimeZone,
    report: Report,
    notifications: Notifications,
    referral: Referral,
  })
  .meta({ id: 'Settings' });
export type Settings = z.infer<typeof Settings>;

const changesSomething = (change: object): boolean =>
  Object.values(change).some((part) => typeof part !== 'object' || part === null || changesSomething(part));

/** `PATCH /api/settings`: any part of them but the e-mail address. */
export const SettingsChange = z
  .strictObject({
    name: line(120),
    locale: Locale,
    timezone: TimeZone.describe('the visits are counted anew, by the new days, within a minute or so'),
    report: Report.partial(),
    notifications: Notifications.partial(),
    referral: Referral.partial(),
  })
  .partial()
  .refine(changesSomething, 'must change something')
  .meta({ id: 'SettingsChange' });
export type SettingsChange = z.infer<typeof SettingsChange>;
