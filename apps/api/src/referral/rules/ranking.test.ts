import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankAmbassadors, type RankedAmbassador, type RecommendedBy } from './ranking.js';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const PARIS = 'Europe/Paris';
const AT = new Date('2026-11-10T09:00Z');

/** So many prospects of somebody: converted ones are contacted, contacted ones received. */
function recommended(
  ambassador: { id: string; name: string | null },
  [converted, contacted, received]: readonly [number, number, number],
  receivedAt = AT,
): RecommendedBy[] {
  return Array.from({ length: received }, (_, index) => ({
    ambassador,
    receivedAt,
    contactedAt: index < contacted ? AT : null,
    appointmentAt: null,
    convertedAt: index < converted ? AT : null,
    lostAt: null,
    valueCents: index < converted ? 1_000 : null,
  }));
}

function ranks(records: readonly RecommendedBy[]): [number, string | null][] {
  return rankAmbassadors(records, NOVEMBER, PARIS).map(({ rank, name }) => [rank, name]);
}

test('by converted, then contacted, then received; equals share a rank and stand by name', () => {
  const records = [
    ...recommended({ id: 'a', name: 'Zoé' }, [0, 1, 9]),
    ...recommended({ id: 'b', name: 'Émile' }, [1, 2, 2]),
    ...recommended({ id: 'c', name: 'Denis' }, [1, 2, 3]),
    ...recommended({ id: 'd', name: 'Marc' }, [2, 2, 2]),
    ...recommended({ id: 'e', name: 'Fabien' }, [1, 2, 2]),
    ...recommended({ id: 'f', name: 'Alain' }, [1, 1, 9]),
    ...recommended({ id: 'g', name: 'Bea' }, [0, 1, 9]),
    ...recommended({ id: 'h', name: 'Carl' }, [0, 0, 20]),
  ];
  expect(ranks(records)).toEqual([
    [1, 'Marc'],
    [2, 'Denis'],
    [3, 'Émile'],
    [3, 'Fabien'],
    [5, 'Alain'],
    [6, 'Bea'],
    [6, 'Zoé'],
    [8, 'Carl'],
  ]);
});

test('1, 2, 2, 4', () => {
  const records = [
    ...recommended({ id: 'a', name: 'Anne' }, [3, 3, 3]),
    ...recommended({ id: 'b', name: 'Bruno' }, [2, 2, 2]),
    ...recommended({ id: 'c', name: 'Cléo' }, [2, 2, 2]),
    ...recommended({ id: 'd', name: 'David' }, [1, 1, 1]),
  ];
  expect(ranks(records).map(([rank]) => rank)).toEqual([1, 2, 2, 4]);
});

test('two people of one name are two, in the order of their ids; an erased one still counts, last among equals', () => {
  const records = [
    ...recommended({ id: '1', name: null }, [1, 1, 1]),
    ...recommended({ id: '3', name: 'Marc Petit' }, [1, 1, 1]),
    ...recommended({ id: '2', name: 'Marc Petit' }, [1, 1, 1]),
    ...recommended({ id: '0', name: null }, [1, 1, 1]),
  ];
  expect(rankAmbassadors(records, NOVEMBER, PARIS).map(({ id, rank }) => [id, rank])).toEqual([
    ['2', 1],
    ['3', 1],
    ['0', 1],
    ['1', 1],
  ]);
});

test('only what was received in the period counts, by the account’s clocks', () => {
  const marc = { id: 'm', name: 'Marc' };
  const records = [
    ...recommended(marc, [1, 1, 1], new Date('2026-10-31T22:59:59.999Z')),
    ...recommended(marc, [0, 1, 2], new Date('2026-10-31T23:00:00Z')),
    ...recommended(marc, [1, 1, 1], new Date('2026-11-30T22:59:59.999Z')),
    ...recommended({ id: 'n', name: 'Nora' }, [1, 1, 1], new Date('2026-11-30T23:00:00Z')),
  ];
  expect(rankAmbassadors(records, NOVEMBER, PARIS)).toEqual([
    { rank: 1, id: 'm', name: 'Marc', received: 3, contacted: 2, converted: 1, valueCents: 1_000 },
  ]);
});

test('whatever order records come in, a rank is one more than how many are strictly better', () => {
  const figures = fc
    .tuple(fc.nat(3), fc.nat(2), fc.nat(2))
    .map(([converted, more, evenMore]): [number, number, number] => [
      converted,
      converted + more,
      converted + more + evenMore + 1,
    ]);
  const named = fc.tuple(fc.constantFrom('Léa', 'Lea', 'Marc', null), figures);
  const records = fc
    .array(named, { maxLength: 12 })
    .map((all) => all.flatMap(([name, counts], index) => recommended({ id: String(index), name }, counts)));
  const shuffled = records.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  const isBetter = (a: RankedAmbassador, b: RankedAmbassador): boolean =>
    a.converted > b.converted ||
    (a.converted === b.converted &&
      (a.contacted > b.contacted || (a.contacted === b.contacted && a.received > b.received)));
  fc.assert(
    fc.property(shuffled, ([some, mixed]) => {
      const ranking = rankAmbassadors(some, NOVEMBER, PARIS);
      expect(rankAmbassadors(mixed, NOVEMBER, PARIS)).toEqual(ranking);
      for (const one of ranking)
        expect(one.rank).toBe(1 + ranking.filter((other) => isBetter(other, one)).length);
      expect(ranking.map(({ rank }) => rank)).toEqual(
        ranking.map(({ rank }) => rank).toSorted((a, b) => a - b),
      );
      expect(ranking.reduce((sum, { received }) => sum + received, 0)).toBe(some.length);
    }),
  );
});
