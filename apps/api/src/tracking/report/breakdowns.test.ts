/** Places, sources, devices, hours, clicks, what was filtered: rows of the rollups as an owner reads them. */
import { SOURCES } from '@num-ecard/contracts/usage-vocabulary';
import { expect, test } from 'vitest';
import { clicks } from './clicks.js';
import { devices } from './devices.js';
import { keyParts } from './figures.js';
import { filtered } from './filtered.js';
import { geography } from './geography.js';
import { hours } from './hours.js';
import { sources } from './sources.js';

const row = (key: string, views: number, count = 0) => ({
  key,
  views,
  visitors: 0,
  clicks: count,
  engagedMs: 0,
});
const names = {
  countryName: (code: string) => `country ${code}`,
  regionName: (code: string) => `region ${code}`,
};

test('a key comes apart into three, and the last may hold the separator', () => {
  expect(keyParts('FR/FR-ARA/Lyon')).toEqual(['FR', 'FR-ARA', 'Lyon']);
  expect(keyParts('CH/CH-BE/Biel/Bienne')).toEqual(['CH', 'CH-BE', 'Biel/Bienne']);
  expect(keyParts('RE//Saint-Denis')).toEqual(['RE', null, 'Saint-Denis']);
  expect(keyParts('//')).toEqual([null, null, null]);
});

test('a view counts for as much of its place as is known', () => {
  const places = [
    row('//', 5),
    row('CH/CH-BE/Biel/Bienne', 1, 2),
    row('FR/FR-ARA/', 2),
    row('FR/FR-ARA/Lyon', 3, 1),
    row('FR/FR-IDF/Saint-Denis', 4),
    row('FR//', 1),
    row('RE//Saint-Denis', 4),
  ];
  const answer = geography(places, names);
  expect(answer.countries.map(({ code, name, views, clicks: count }) => [code, name, views, count])).toEqual([
    ['FR', 'country FR', 10, 1],
    ['RE', 'country RE', 4, 0],
    ['CH', 'country CH', 1, 2],
  ]);
  expect(answer.regions.map(({ country, code, views }) => [country, code, views])).toEqual([
    ['FR', 'FR-ARA', 5],
    ['FR', 'FR-IDF', 4],
    ['CH', 'CH-BE', 1],
  ]);
  expect(answer.cities.map(({ country, region, name, views }) => [country, region, name, views])).toEqual([
    ['FR', 'FR-IDF', 'Saint-Denis', 4],
    ['RE', null, 'Saint-Denis', 4],
    ['FR', 'FR-ARA', 'Lyon', 3],
    ['CH', 'CH-BE', 'Biel/Bienne', 1],
  ]);
  expect(answer.unknown).toBe(5);
});

test('every source is told, and every link that there is or was', () => {
  const answer = sources(
    [
      row('qr/salon/', 3, 1),
      row('qr//', 2),
      row('link/salon/', 1),
      row('link/gone/', 4),
      row('social//linkedin.com', 6, 2),
      row('site//example.test', 1),
    ],
    [
      { code: 'salon', label: 'Salon de Lyon' },
      { code: 'unused', label: 'Vitrine' },
    ],
  );
  expect(answer.sources.map(({ source, views, clicks: count }) => [source, views, count])).toEqual([
    ['social', 6, 2],
    ['qr', 5, 1],
    ['link', 5, 0],
    ['site', 1, 0],
    ['nfc', 0, 0],
    ['signature', 0, 0],
    ['wallet', 0, 0],
    ['search', 0, 0],
    ['direct', 0, 0],
  ]);
  expect(answer.sources).toHaveLength(SOURCES.length);
  expect(answer.referrers.map(({ host, views }) => [host, views])).toEqual([
    ['linkedin.com', 6],
    ['example.test', 1],
  ]);
  expect(answer.links.map(({ code, label, deleted, views }) => [code, label, deleted, views])).toEqual([
    ['salon', 'Salon de Lyon', false, 4],
    ['gone', 'gone', true, 4],
    ['unused', 'Vitrine', false, 0],
  ]);
});

test('the rate is of all visits, and the contact buttons are always there', () => {
  expect(clicks({ views: 8 }, [row('phone', 2, 5), row('constructor', 1, 1), row('email', 0, 1)])).toEqual({
    visits: 8,
    clicks: 7,
    targets: [
      { target: 'phone', clicks: 5, visits: 2, rate: 0.25 },
      { target: 'constructor', clicks: 1, visits: 1, rate: 0.125 },
      { target: 'email', clicks: 1, visits: 0, rate: 0 },
      { target: 'sms', clicks: 0, visits: 0, rate: 0 },
      { target: 'whatsapp', clicks: 0, visits: 0, rate: 0 },
    ],
  });
  // Clicks of visits of the day before.
  expect(clicks({ views: 0 }, [row('phone', 0, 2)]).targets[0]).toEqual({
    target: 'phone',
    clicks: 2,
    visits: 0,
    rate: null,
  });
});

test('devices are told by class, browser and system', () => {
  const answer = devices([
    row('phone/Safari/iOS', 3),
    row('desktop/Safari/macOS', 2),
    row('desktop/Edge/Windows', 2),
  ]);
  const told = ({ views, ...part }: { views: number; visitors: number; clicks: number }) =>
    `${Object.values(part)[0]} ${views}`;
  expect(answer.devices.map(told)).toEqual(['desktop 4', 'phone 3', 'tablet 0', 'other 0']);
  expect(answer.browsers.map(told)).toEqual(['Safari 5', 'Edge 2']);
  expect(answer.systems.map(told)).toEqual(['iOS 3', 'Windows 2', 'macOS 2']);
});

test('the week has 168 hours, from Monday to Sunday', () => {
  const { hours: week } = hours([{ weekday: 7, hour: 23, views: 2, clicks: 1 }]);
  expect(week).toHaveLength(168);
  expect(week[0]).toEqual({ weekday: 1, hour: 0, views: 0, clicks: 0 });
  expect(week[24]).toEqual({ weekday: 2, hour: 0, views: 0, clicks: 0 });
  expect(week.at(-1)).toEqual({ weekday: 7, hour: 23, views: 2, clicks: 1 });
});

test('what was filtered is told by every reason', () => {
  expect(filtered([row('preview', 4, 0), row('bot', 8, 1)])).toEqual({
    views: 12,
    clicks: 1,
    reasons: [
      { reason: 'bot', views: 8, clicks: 1 },
      { reason: 'preview', views: 4, clicks: 0 },
      { reason: 'prefetch', views: 0, clicks: 0 },
      { reason: 'owner', views: 0, clicks: 0 },
      { reason: 'opted_out', views: 0, clicks: 0 },
    ],
  });
});
