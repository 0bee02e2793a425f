import {
  LOST_REASONS,
  type LostReason,
  mayMove,
  type Status,
  STATUSES,
} from '@num-ecard/contracts/referral-vocabulary';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideCorrection } from './correct.js';
import { type HistoryEntry, type Move, RECEIVED, replay } from './milestones.js';
import { decideMove } from './move.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 1, hour));

const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        to: fc.constantFrom(...STATUSES),
        // Now and then somebody has seen an old status.
        expected: fc.oneof(
          { weight: 5, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.constantFrom(...STATUSES) },
        ),
        reason: fc.constantFrom(...LOST_REASONS),
        value: fc.nat(500_000),
      }),
    },
    // Counted from the latest entry back.
    { weight: 2, arbitrary: fc.record({ takeBack: fc.nat(5) }) },
  ),
  { maxLength: 25, size: 'max' },
);

const CONVERSATIONS = new Set<LostReason | null | undefined>(['refused', 'price', 'competitor', 'no_need']);

/** Written another way than the rules: each entry knows how many corrections hold it back, and milestones are told from all that none does. */
class Model {
  readonly entries: { readonly move: Move | undefined; readonly of: number; held: number }[] = [];

  standing(): Move[] {
    return this.entries.flatMap(({ move, held }) => (held === 0 && move !== undefined ? [move] : []));
  }

  /** One correction more or less: a correction that ceases to stand lets go of what it held, and the other way round. */
  hold(index: number, by: 1 | -1): void {
    const entry = this.entries[index];
    if (entry === undefined) return;
    const stood = entry.held === 0;
    entry.held += by;
    const stands = entry.held === 0;
    if (stood !== stands) this.hold(entry.of, stands ? 1 : -1);
  }

  takeBack(index: number): boolean {
    if (this.entries[index]?.held !== 0) return false;
    this.hold(index, 1);
    const path: Status[] = ['new', ...this.standing().map(({ to }) => to)];
    if (path.slice(1).every((to, before) => mayMove(path[before] as Status, to))) return true;
    this.hold(index, -1);
    return false;
  }

  state() {
    const moves = this.standing();
    const last = moves.at(-1);
    const contact = moves.find(({ to, reason }) => to !== 'lost' || CONVERSATIONS.has(reason));
    return {
      status: last?.to ?? 'new',
      contactedAt: contact?.at ?? null,
      appointmentAt: moves.find(({ to }) => to === 'appointment')?.at ?? null,
      convertedAt: last?.to === 'converted' ? last.at : null,
      lostAt: last?.to === 'lost' ? last.at : null,
      reason: last?.to === 'lost' ? last.reason : null,
      valueCents: last?.to === 'converted' ? last.valueCents : null,
    };
  }
}

test('after any moves and corrections, refused ones among them, replaying gives what was stored', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(steps, (wanted) => {
      const model = new Model();
      const history: HistoryEntry[] = [];
      let stored = RECEIVED;
      for (const [hour, step] of wanted.entries()) {
        const id = String(history.length);
        if ('takeBack' in step) {
          const of = history.length - 1 - step.takeBack;
          const correction = { of: String(of), expected: stored.status };
          const decision = decideCorrection(history, correction, id, at(hour));
          reached.add(`correction ${decision.outcome}`);
          expect(decision.outcome === 'allowed').toBe(model.takeBack(of));
          if (decision.outcome !== 'allowed') continue;
          model.entries.push({ move: undefined, of, held: 0 });
          history.push({ ...decision.entry, id });
          stored = decision.state;
        } else {
          const { to, expected = stored.status, reason, value } = step;
          const more = { ...(to === 'lost' && { reason }), ...(to === 'converted' && { valueCents: value }) };
          const decision = decideMove(stored, { to, expected, ...more }, at(hour));
          reached.add(`move ${decision.outcome}`);
          const allowed = expected === stored.status && mayMove(stored.status, to);
          expect(decision.outcome === 'allowed').toBe(allowed);
          if (decision.outcome !== 'allowed') continue;
          model.entries.push({ move: decision.entry, of: -1, held: 0 });
          history.push({ ...decision.entry, id });
          stored = decision.state;
        }
        expect(stored).toEqual(model.state());
        expect(replay(history)).toEqual(stored);
        if (stored.convertedAt !== null)
          expect(stored.contactedAt?.getTime()).toBeLessThanOrEqual(stored.convertedAt.getTime());
      }
    }),
    { numRuns: 1_000 },
  );
  expect([...reached].toSorted()).toEqual([
    'correction allowed',
    'correction forbidden',
    'correction stale',
    'correction unknown',
    'move allowed',
    'move forbidden',
    'move stale',
  ]);
});
