import { expect, test } from 'vitest';
import { funnelSteps } from './funnel-steps';

const cohort = { received: 5, contacted: 3, appointments: 2, converted: 1, lost: 1, rate: 0.2 };

test('each step is a share of those received', () => {
  expect(funnelSteps({ cohort })).toEqual([
    { step: 'received', count: 5, share: 1 },
    { step: 'contacted', count: 3, share: 0.6 },
    { step: 'converted', count: 1, share: 0.2 },
  ]);
});

test('of none there is no share', () => {
  const none = { received: 0, contacted: 0, appointments: 0, converted: 0, lost: 0, rate: null };
  expect(funnelSteps({ cohort: none }).map(({ share }) => share)).toEqual([null, null, null]);
});
