import type { NamedLink, UsageSources } from '@num-ecard/contracts/usage';
import { expect, test } from 'vitest';
import { pathOf, readableAddress } from '../../../lib/address';
import { linkRows } from './link-rows';

const named = (code: string, label = code.toUpperCase()): NamedLink => ({
  code,
  label,
  url: `https://cards.example/c/patrice?k=${code}`,
  qrSvg: `https://cards.example/c/patrice/qr.svg?k=${code}`,
  qrPng: `https://cards.example/c/patrice/qr.png?k=${code}`,
  createdAt: '2026-11-01T10:00:00.000Z',
});
const counted = (
  code: string,
  views: number,
  deleted = false,
  label = deleted ? code : code.toUpperCase(),
) => ({
  code,
  label,
  deleted,
  views,
  visitors: views,
  clicks: views,
});
const usage = (...links: UsageSources['links']): Omit<UsageSources, 'previous'> => ({
  period: { from: '2026-11-01', to: '2026-11-30' },
  sources: [],
  referrers: [],
  links,
});
const brief = (rows: ReturnType<typeof linkRows>) =>
  rows.map(({ label, views, deleted, before }) => [label, views, deleted, before]);

test('most visited first, a new link without figures among those without visits, deleted ones last', () => {
  const links = [named('new'), named('old'), named('much')];
  const figures = usage(counted('gone', 9, true), counted('much', 5), counted('old', 0));
  expect(brief(linkRows(links, { ...figures, previous: usage(counted('much', 2)) }))).toEqual([
    ['MUCH', 5, false, 2],
    ['NEW', 0, false, 0],
    ['OLD', 0, false, 0],
    ['gone', 9, true, 0],
  ]);
});

test('a link deleted a moment ago is deleted, whatever the figures still say; without figures it is gone', () => {
  expect(brief(linkRows([], usage(counted('a', 3), counted('b', 0))))).toEqual([['A', 3, true, undefined]]);
});

test('while the figures are not known there are the links', () => {
  expect(brief(linkRows([named('a')], undefined))).toEqual([['A', undefined, false, undefined]]);
});

test('over all cards there are the figures, and links of one name are told apart', () => {
  const rows = linkRows(
    undefined,
    usage(counted('a', 2, false, 'Salon'), counted('b', 1, false, 'Salon'), counted('c', 0)),
  );
  expect(brief(rows)).toEqual([
    ['Salon', 2, false, undefined],
    ['Salon', 1, false, undefined],
    ['C', 0, false, undefined],
  ]);
  expect(rows.map(({ twin }) => twin)).toEqual([true, true, false]);
});

test('addresses', () => {
  expect(pathOf('https://cards.example/c/p/qr.svg?k=a')).toBe('/c/p/qr.svg?k=a');
  expect(readableAddress('https://cards.example/c/p?k=a')).toBe('cards.example/c/p?k=a');
});
