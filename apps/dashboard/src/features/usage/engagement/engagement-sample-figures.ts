/** Made-up figures of a month, all of the same 480 visits. */
import type { UsageClicks, UsageDevices, UsageEngagement, UsageHours } from '@num-ecard/contracts/usage';

const PERIOD = { from: '2026-09-01', to: '2026-09-30' };
const VISITS = 480;

const PRESSED = [
  ['phone', 164, 142],
  ['vcard', 88, 86],
  ['email', 61, 55],
  ['whatsapp', 34, 30],
  ['website', 29, 27],
  ['linkedin', 18, 18],
  ['sms', 9, 9],
] as const;

export const SAMPLE_CLICKS: UsageClicks = {
  period: PERIOD,
  visits: VISITS,
  clicks: PRESSED.reduce((sum, [, clicks]) => sum + clicks, 0),
  targets: PRESSED.map(([target, clicks, visits]) => ({ target, clicks, visits, rate: visits / VISITS })),
};

const LASTED = [
  [0, 5_000, 86],
  [5_000, 15_000, 171],
  [15_000, 30_000, 118],
  [30_000, 60_000, 64],
  [60_000, 180_000, 33],
  [180_000, null, 8],
] as const;

export const SAMPLE_ENGAGEMENT: UsageEngagement = {
  period: PERIOD,
  visits: VISITS,
  medianMs: 14_000,
  averageMs: 24_300,
  buckets: LASTED.map(([fromMs, toMs, visits]) => ({ fromMs, toMs, visits })),
};

const figures = (views: number) => ({
  views,
  visitors: Math.round(views * 0.85),
  clicks: Math.round(views * 0.8),
});

export const SAMPLE_DEVICES: UsageDevices = {
  period: PERIOD,
  devices: [
    { device: 'phone', ...figures(398) },
    { device: 'desktop', ...figures(61) },
    { device: 'tablet', ...figures(21) },
    { device: 'other', ...figures(0) },
  ],
  browsers: [
    { browser: 'Safari', ...figures(221) },
    { browser: 'Chrome', ...figures(187) },
    { browser: 'LinkedIn', ...figures(47) },
    { browser: 'Edge', ...figures(25) },
  ],
  systems: [
    { system: 'iOS', ...figures(230) },
    { system: 'Android', ...figures(189) },
    { system: 'Windows', ...figures(44) },
    { system: 'macOS', ...figures(17) },
  ],
};

// Handed out in the morning and at lunch, looked at again in the evening; hardly at the weekend.
const HOURS = [0, 0, 0, 0, 0, 0, 1, 3, 6, 9, 10, 7, 8, 5, 6, 6, 7, 8, 9, 6, 4, 3, 1, 0] as const;
const WEEKDAYS = [0.8, 1, 1, 1.3, 0.7, 0.2, 0.1] as const;

export const SAMPLE_HOURS: UsageHours = {
  period: PERIOD,
  hours: WEEKDAYS.flatMap((share, day) =>
    HOURS.map((usual, hour) => {
      const views = Math.round(usual * share);
      return { weekday: day + 1, hour, views, clicks: Math.round(views * 0.8) };
    }),
  ),
};
