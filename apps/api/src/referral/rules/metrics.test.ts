import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MeasuredReferral, monthMetrics, monthTrend } from './metrics.js';

const PARIS = 'Europe/Paris';

/** Moments as ISO 8601 in UTC. */
function received(
  receivedAt: string,
  milestones: {
    contacted?: string;
    appointment?: string;
    converted?: string;
    lost?: string;
    value?: number;
  } = {},
): MeasuredReferral {
  const moment = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text));
  const { contacted, appointment, converted, lost, value = null } = milestones;
  return {
    receivedAt: new Date(receivedAt),
    contactedAt: moment(contacted ?? appointment ?? converted),
    appointmentAt: moment(appointment),
    convertedAt: moment(converted),
    lostAt: moment(lost),
    valueCents: value,
  };
}

test('five received, three contacted, one converted: 20 %', () => {
  const records = [
    received('2026-11-02T09:00Z', {
      contacted: '2026-11-02T11:00Z',
      converted: '2026-11-20T09:00Z',
      value: 90_000,
    }),
    received('2026-11-03T09:00Z', { appointment: '2026-11-05T09:00Z' }),
    received('2026-11-04T09:00Z', { contacted: '2026-11-04T19:00Z', lost: '2026-11-06T09:00Z' }),
    received('2026-11-05T09:00Z', { lost: '2026-11-06T09:00Z' }),
    received('2026-11-06T09:00Z'),
  ];
  expect(monthMetrics(records, '2026-11', PARIS)).toEqual({
    month: '2026-11',
    cohort: { received: 5, contacted: 3, appointments: 1, converted: 1, lost: 2, rate: 0.2 },
    activity: { contacted: 3, converted: 1 },
    medianHoursToContact: 10,
    contactedWithin24h: 0.4,
    convertedValueCents: 90_000,
  });
});

test('the cohort is those received in the month whatever came later, activity what was dated in it', () => {
  const records = [
    received('2026-10-30T09:00Z', {
      contacted: '2026-11-02T09:00Z',
      converted: '2026-12-01T09:00Z',
      value: 100,
    }),
    received('2026-11-30T09:00Z', {
      contacted: '2026-12-02T09:00Z',
      converted: '2026-12-03T09:00Z',
      value: 20,
    }),
  ];
  const [october, november, december] = monthTrend(records, '2026-12', PARIS).slice(-3);
  expect(october?.cohort).toMatchObject({ received: 1, contacted: 1, converted: 1, rate: 1 });
  expect(october?.activity).toEqual({ contacted: 0, converted: 0 });
  expect(october?.convertedValueCents).toBe(100);
  expect(november?.cohort).toMatchObject({ received: 1, contacted: 1, converted: 1, rate: 1 });
  expect(november?.activity).toEqual({ contacted: 1, converted: 0 });
  expect(november?.convertedValueCents).toBe(20);
  expect(december?.cohort).toMatchObject({ received: 0, contacted: 0, converted: 0, rate: null });
  expect(december?.activity).toEqual({ contacted: 1, converted: 2 });
  expect(december?.convertedValueCents).toBe(0);
});

test('for none received there is no rate, no median and no share', () => {
  expect(monthMetrics([], '2026-11', PARIS)).toEqual({
    month: '2026-11',
    cohort: { received: 0, contacted: 0, appointments: 0, converted: 0, lost: 0, rate: null },
    activity: { contacted: 0, converted: 0 },
    medianHoursToContact: null,
    contactedWithin24h: null,
    convertedValueCents: 0,
  });
});

describe('a month begins and ends by the clocks of the account', () => {
  test.each([
    [PARIS, '2026-10-31T22:59:59.999Z', '2026-10'],
    [PARIS, '2026-10-31T23:00:00Z', '2026-11'],
    [PARIS, '2026-11-30T22:59:59.999Z', '2026-11'],
    [PARIS, '2026-11-30T23:00:00Z', '2026-12'],
    // Summer time begins in March and ends in October: the two ends of each differ by an hour.
    [PARIS, '2026-02-28T23:00:00Z', '2026-03'],
    [PARIS, '2026-03-31T21:59:59.999Z', '2026-03'],
    [PARIS, '2026-03-31T22:00:00Z', '2026-04'],
    [PARIS, '2026-09-30T22:00:00Z', '2026-10'],
    [PARIS, '2026-12-31T23:00:00Z', '2027-01'],
    ['Indian/Reunion', '2026-10-31T19:59:59.999Z', '2026-10'],
    ['Indian/Reunion', '2026-10-31T20:00:00Z', '2026-11'],
    ['America/Martinique', '2026-11-01T03:59:59.999Z', '2026-10'],
    ['America/Martinique', '2026-11-01T04:00:00Z', '2026-11'],
    [PARIS, '2028-02-29T22:59:59.999Z', '2028-02'],
  ])('in %s %s is of %s', (zone, instant, month) => {
    const counted = monthTrend([received(instant, { converted: instant })], '2028-03', zone)
      .concat(monthTrend([received(instant, { converted: instant })], '2027-03', zone))
      .concat(monthTrend([received(instant, { converted: instant })], '2026-03', zone))
      .filter(({ cohort }) => cohort.received > 0);
    expect(new Set(counted.map((one) => one.month))).toEqual(new Set([month]));
    expect(counted[0]?.activity).toEqual({ contacted: 1, converted: 1 });
  });
});

test.each([
  // 24 hours pass in the 25 and the 23 of a day on which clocks change.
  ['2026-10-24T10:00Z', '2026-10-25T10:00Z', 24, 1],
  ['2026-10-24T10:00Z', '2026-10-25T10:00:00.001Z', 24, 0],
  ['2026-03-28T11:00Z', '2026-03-29T11:00Z', 24, 1],
  ['2026-03-28T11:00Z', '2026-03-28T11:06Z', 0.1, 1],
  // By another server's clock, before it came in.
  ['2026-03-28T11:00Z', '2026-03-28T10:59:59Z', 0, 1],
])('received %s, contacted %s: after %s hours, within 24 h: %s', (came, contacted, hours, within) => {
  const metrics = monthMetrics([received(came, { contacted })], came.slice(0, 7), PARIS);
  expect(metrics.medianHoursToContact).toBeCloseTo(hours, 5);
  expect(metrics.contactedWithin24h).toBe(within);
});

test.each([
  [[7], 7],
  [[1, 9], 1],
  [[9, 1, 4], 4],
  [[40, 2, 30, 1], 2],
])('contacted after %j hours: the middle is %s', (hours, middle) => {
  const records = hours.map((waited) =>
    received('2026-11-02T00:00Z', {
      contacted: new Date(Date.UTC(2026, 10, 2, waited)).toISOString(),
    }),
  );
  // Who has not been contacted has no time to the first contact.
  const waiting = received('2026-11-02T00:00Z');
  expect(monthMetrics([...records, waiting], '2026-11', PARIS).medianHoursToContact).toBe(middle);
});

test('the trend has twelve months, oldest first, over New Year', () => {
  expect(monthTrend([], '2027-02', PARIS).map(({ month }) => month)).toEqual([
    '2026-03',
    '2026-04',
    '2026-05',
    '2026-06',
    '2026-07',
    '2026-08',
    '2026-09',
    '2026-10',
    '2026-11',
    '2026-12',
    '2027-01',
    '2027-02',
  ]);
});

test('months are cut so that each record is counted in one, and received ≥ contacted ≥ converted in each', () => {
  // Half a day from the ends of the year, so that it is 2026 in each zone.
  const moments = fc.integer({ min: Date.UTC(2026, 0, 1, 12), max: Date.UTC(2026, 11, 31, 12) });
  const waits = fc.tuple(fc.nat(3_000), fc.nat(3_000), fc.constantFrom(0, 1, 2));
  const records = fc.tuple(moments, waits).map(([came, [first, second, reached]]) => {
    const contacted = new Date(came + first * 3_600_000).toISOString();
    const converted = new Date(came + (first + second) * 3_600_000).toISOString();
    return received(
      new Date(came).toISOString(),
      reached === 0 ? {} : { contacted, ...(reached === 2 && { converted, value: first }) },
    );
  });
  const zones = fc.constantFrom(PARIS, 'Indian/Reunion', 'America/Martinique');
  fc.assert(
    fc.property(fc.array(records, { maxLength: 20 }), zones, (all, zone) => {
      const months = monthTrend(all, '2026-12', zone);
      const sum = (count: (one: (typeof months)[number]) => number): number =>
        months.reduce((total, one) => total + count(one), 0);
      expect(sum(({ cohort }) => cohort.received)).toBe(all.length);
      expect(sum(({ cohort }) => cohort.converted)).toBe(
        all.filter(({ convertedAt }) => convertedAt !== null).length,
      );
      expect(sum((one) => one.convertedValueCents)).toBe(
        all.reduce((total, { valueCents }) => total + (valueCents ?? 0), 0),
      );
      for (const { cohort, contactedWithin24h } of months) {
        expect(cohort.received).toBeGreaterThanOrEqual(cohort.contacted);
        expect(cohort.contacted).toBeGreaterThanOrEqual(cohort.converted);
        expect(contactedWithin24h ?? 0).toBeLessThanOrEqual(cohort.contacted / (cohort.received || 1));
      }
    }),
  );
});
