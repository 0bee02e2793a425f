import { TrackRequest } from '@num-ecard/contracts/track';
import { expect, test } from 'vitest';
import { visitsOfDay } from './demo-visits.js';

test('the same card and day have the same visits on every run, and others have others', () => {
  expect(visitsOfDay('patrice', '2026-11-17', 14)).toEqual(visitsOfDay('patrice', '2026-11-17', 14));
  const ids = ['2026-11-17', '2026-11-18'].flatMap((day) =>
    ['patrice', 'premium'].flatMap((slug) =>
      visitsOfDay(slug, day, 14).flatMap(({ request }) => request.events),
    ),
  );
  expect(new Set(ids.map(({ id }) => id))).toHaveLength(ids.length);
});

test('they are beacons as the tracker sends them', () => {
  const visits = visitsOfDay('patrice', '2026-11-17', 14);
  expect(visits.length).toBeGreaterThan(5);
  for (const { request } of visits) expect(TrackRequest.safeParse(request).error).toBeUndefined();
});
