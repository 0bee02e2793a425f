import { mayMove, type Status, STATUSES } from '@num-ecard/contracts/referral-vocabulary';
import { describe, expect, test } from 'vitest';
import { RECEIVED } from './milestones.js';
import { decideMove, type WantedMove } from './move.js';

const NOW = new Date('2026-11-23T18:42:00Z');

describe('a wanted move', () => {
  const moves = STATUSES.flatMap((from) =>
    STATUSES.map((to): [Status, Status, string] => [from, to, mayMove(from, to) ? 'allowed' : 'forbidden']),
  );
  test.each(moves)('from %s to %s is %s', (from, to, outcome) => {
    const wanted: WantedMove = { to, expected: from, ...(to === 'lost' && { reason: 'price' }) };
    expect(decideMove({ ...RECEIVED, status: from }, wanted, NOW).outcome).toBe(outcome);
  });

  test('appends what was asked for, and says what the record is then', () => {
    const contacted = { ...RECEIVED, status: 'contacted' as const, contactedAt: new Date('2026-11-20') };
    const converted = { to: 'converted', expected: 'contacted', valueCents: 120_000 } as const;
    expect(decideMove(contacted, converted, NOW)).toEqual({
      outcome: 'allowed',
      entry: {
        kind: 'move',
        from: 'contacted',
        to: 'converted',
        at: NOW,
        reason: null,
        valueCents: 120_000,
      },
      state: { ...contacted, status: 'converted', convertedAt: NOW, valueCents: 120_000 },
    });
    const lost = { to: 'lost', expected: 'contacted', reason: 'no_need' } as const;
    expect(decideMove(contacted, lost, NOW)).toMatchObject({
      entry: { from: 'contacted', to: 'lost', reason: 'no_need', valueCents: null },
      state: { status: 'lost', lostAt: NOW, reason: 'no_need' },
    });
  });

  test('of somebody who saw an old status is stale, also where it is now forbidden', () => {
    const converted = { ...RECEIVED, status: 'converted' as const };
    for (const to of ['contacted', 'appointment', 'converted'] as const)
      expect(decideMove(converted, { to, expected: 'new' }, NOW)).toEqual({
        outcome: 'stale',
        status: 'converted',
      });
  });

  test.each<[Partial<WantedMove>, string[]]>([
    [{ to: 'lost', reason: 'price', valueCents: 100 }, ['valueCents']],
    [{ to: 'lost', valueCents: 0 }, ['valueCents']],
    [{ to: 'contacted', reason: 'price' }, ['reason']],
    [{ to: 'appointment', valueCents: 100 }, ['valueCents']],
    [{ to: 'converted', reason: 'other' }, ['reason']],
    // Neither an old status nor a forbidden move hides it.
    [{ to: 'new', expected: 'lost', reason: 'price' }, ['reason']],
  ])('%j contradicts itself', (wanted, paths) => {
    const decision = decideMove(RECEIVED, { to: 'lost', expected: 'new', ...wanted }, NOW);
    expect(decision).toMatchObject({ outcome: 'invalid', errors: paths.map((path) => ({ path })) });
  });

  test.each<Omit<WantedMove, 'expected'>>([
    { to: 'converted' },
    { to: 'converted', valueCents: null },
    { to: 'converted', valueCents: 0 },
    { to: 'contacted', reason: null, valueCents: null },
    { to: 'lost', reason: 'other', valueCents: null },
    { to: 'lost', reason: null },
  ])('%j does not', (wanted) => {
    expect(decideMove(RECEIVED, { expected: 'new', ...wanted }, NOW).outcome).toBe('allowed');
  });
});
