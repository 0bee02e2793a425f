import { expect, test } from 'vitest';
import { toldOnce } from './told-once';

const ID = '5d5f2f0e-9c0a-4d8e-8a6e-0d9f0d3a1b2c';
const OTHER = '6d5f2f0e-9c0a-4d8e-8a6e-0d9f0d3a1b2c';

function notice(id: string, held = false): string {
  return JSON.stringify({
    kind: 'recommendation',
    id,
    at: '2026-11-26T09:00:00.000Z',
    ambassador: 'Marc Petit',
    prospect: 'Sophie Dubois',
    phoneDisplay: '06 12 34 56 78',
    held,
  });
}

/** As the browser's own, of one tab. */
function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test('each is told once, however often the stream says it, also after the page was loaded anew', () => {
  const tab = storage();
  expect(toldOnce([notice(ID), notice(ID)], tab).map(({ id }) => id)).toEqual([ID]);
  expect(toldOnce([notice(ID), notice(OTHER)], tab).map(({ id }) => id)).toEqual([OTHER]);
  expect(toldOnce([notice(OTHER)], tab)).toEqual([]);
});

test('one that was kept apart is told again when it is let in', () => {
  const tab = storage();
  const found = [notice(ID, true), notice(ID), notice(ID, true)].flatMap((data) => toldOnce([data], tab));
  expect(found.map(({ held }) => held)).toEqual([true, false]);
});

test.each(['', 'no JSON', '{}', '{"kind":"weather"}'])(
  '%j is left out, and what comes with it is not',
  (data) => {
    expect(toldOnce([data, notice(ID)], storage())).toHaveLength(1);
  },
);
