import type { Status } from '@num-ecard/contracts/referral-vocabulary';
import { expect, test } from 'vitest';
import { decideCorrection } from './correct.js';
import { type HistoryEntry, RECEIVED, replay } from './milestones.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 1, hour));

/** Moves one after the other, whose ids are 1, 2, 3…; lost ones for the price. */
function moved(...statuses: Status[]): HistoryEntry[] {
  return statuses.map((to, index) => ({
    id: String(index + 1),
    kind: 'move',
    from: statuses[index - 1] ?? 'new',
    to,
    at: at(index),
    reason: to === 'lost' ? 'price' : null,
  }));
}

test.each<[Status[], string, string]>([
  [['contacted'], '1', 'new'],
  [['contacted', 'appointment'], '2', 'contacted'],
  [['contacted', 'appointment'], '1', 'appointment'],
  [['contacted', 'lost', 'contacted'], '3', 'lost'],
  [['converted', 'lost'], '2', 'converted'],
  [['contacted', 'lost', 'contacted'], '1', 'contacted'],
  // Nobody goes from contacted to contacted, nor from converted to contacted.
  [['contacted', 'appointment', 'contacted'], '2', 'forbidden'],
  [['converted', 'lost', 'contacted'], '2', 'forbidden'],
  [['contacted'], '2', 'unknown'],
  [[], '1', 'unknown'],
])('after %j, taking back entry %s: %s', (statuses, of, expected) => {
  const history = moved(...statuses);
  const decision = decideCorrection(history, { of, expected: replay(history).status }, 'c', at(9));
  expect(decision.outcome === 'allowed' ? decision.state.status : decision.outcome).toBe(expected);
});

test('a correction compensates by its own entry, and can be taken back itself', () => {
  const history = moved('contacted', 'lost');
  const first = decideCorrection(history, { of: '2', expected: 'lost' }, 'c', at(3));
  expect(first).toEqual({
    outcome: 'allowed',
    entry: { kind: 'correction', of: '2', at: at(3) },
    state: { ...RECEIVED, status: 'contacted', contactedAt: at(0) },
  });
  history.push({ id: 'c', kind: 'correction', of: '2', at: at(3) });
  const second = decideCorrection(history, { of: 'c', expected: 'contacted' }, 'd', at(4));
  expect(second).toMatchObject({ outcome: 'allowed', state: { status: 'lost', lostAt: at(1) } });
});

test('two people who take back the same entry, or of whom one has moved on: the second is stale', () => {
  const history = moved('contacted', 'appointment');
  expect(decideCorrection(history, { of: '2', expected: 'contacted' }, 'c', at(3))).toEqual({
    outcome: 'stale',
    status: 'appointment',
  });
  history.push({ id: 'c', kind: 'correction', of: '2', at: at(3) });
  expect(decideCorrection(history, { of: '2', expected: 'contacted' }, 'd', at(4))).toEqual({
    outcome: 'stale',
    status: 'contacted',
  });
});
