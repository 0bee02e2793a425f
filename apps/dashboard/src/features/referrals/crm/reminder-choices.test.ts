import { expect, test } from 'vitest';
import { reminderMoments } from './reminder-choices';

const PARIS = 'Europe/Paris';

test('nine in the morning of the account, wherever the browser is', () => {
  // A Thursday.
  expect(reminderMoments('2026-11-26', PARIS)).toEqual({
    tomorrow: new Date('2026-11-27T08:00:00Z'),
    inThreeDays: new Date('2026-11-29T08:00:00Z'),
    monday: new Date('2026-11-30T08:00:00Z'),
  });
  expect(reminderMoments('2026-11-26', 'Indian/Reunion').tomorrow).toEqual(new Date('2026-11-27T05:00:00Z'));
});

test('on a Monday, Monday is the next one', () => {
  expect(reminderMoments('2026-11-30', PARIS).monday).toEqual(new Date('2026-12-07T08:00:00Z'));
});

test('nine in the morning stays nine over a clock change', () => {
  expect(reminderMoments('2026-03-27', PARIS).inThreeDays).toEqual(new Date('2026-03-30T07:00:00Z'));
  expect(reminderMoments('2026-10-24', PARIS).tomorrow).toEqual(new Date('2026-10-25T08:00:00Z'));
  expect(reminderMoments('2026-03-28', PARIS).tomorrow).toEqual(new Date('2026-03-29T07:00:00Z'));
});
