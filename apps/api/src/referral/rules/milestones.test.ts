import {
  LOST_REASONS,
  type LostReason,
  type Status,
  STATUSES,
} from '@num-ecard/contracts/referral-vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HistoryEntry, lastContactAt, RECEIVED, replay } from './milestones.js';

const at = (day: number): Date => new Date(Date.UTC(2026, 10, day));

type Step = readonly [to: Status, reasonOrValue?: LostReason | number] | { readonly takesBack: number };

/** Entries numbered from 1, a day apart: the first on 1 November. */
function historyOf(steps: readonly Step[]): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  let from: Status = 'new';
  for (const [index, step] of steps.entries()) {
    const entry = { id: String(index + 1), at: at(index + 1) };
    if ('takesBack' in step) {
      entries.push({ ...entry, kind: 'correction', of: String(step.takesBack) });
    } else {
      const [to, more] = step;
      const reason = typeof more === 'string' ? more : null;
      entries.push({ ...entry, kind: 'move', from, to, reason, valueCents: Number(more) || null });
      from = to;
    }
  }
  return entries;
}

describe('milestones', () => {
  const [first, second, third, fourth] = [at(1), at(2), at(3), at(4)];
  test.each<[string, Step[], Partial<typeof RECEIVED>]>([
    ['received', [], {}],
    ['contacted', [['contacted']], { status: 'contacted', contactedAt: first }],
    [
      'an appointment at once',
      [['appointment']],
      { status: 'appointment', contactedAt: first, appointmentAt: first },
    ],
    [
      'converted at once',
      [['converted', 90_000]],
      { status: 'converted', contactedAt: first, convertedAt: first, valueCents: 90_000 },
    ],
    [
      'an appointment cancelled',
      [['appointment'], ['contacted']],
      { status: 'contacted', contactedAt: first, appointmentAt: first },
    ],
    [
      'the whole way',
      [['contacted'], ['appointment'], ['converted']],
      { status: 'converted', contactedAt: first, appointmentAt: second, convertedAt: third },
    ],
    [
      'a withdrawal',
      [
        ['converted', 90_000],
        ['lost', 'price'],
      ],
      { status: 'lost', contactedAt: first, lostAt: second, reason: 'price' },
    ],
    [
      'a withdrawal, after which nobody answers: the prospect had been spoken to',
      [['converted'], ['lost', 'unreachable']],
      { status: 'lost', contactedAt: first, lostAt: second, reason: 'unreachable' },
    ],
    [
      'converted again, for another value',
      [
        ['converted', 90_000],
        ['lost', 'price'],
        ['converted', 70_000],
      ],
      { status: 'converted', contactedAt: first, convertedAt: third, valueCents: 70_000 },
    ],
    [
      'opened again, never reached before',
      [['lost', 'unreachable'], ['contacted']],
      { status: 'contacted', contactedAt: second },
    ],
    [
      'opened again, spoken to before',
      [['lost', 'price'], ['appointment']],
      { status: 'appointment', contactedAt: first, appointmentAt: second },
    ],
    ['a wrong click', [['contacted'], { takesBack: 1 }], {}],
    [
      'a wrong click, and the right one',
      [['converted', 5], { takesBack: 1 }, ['lost', 'wrong_number']],
      { status: 'lost', lostAt: third, reason: 'wrong_number' },
    ],
    [
      'a conversion taken back: the appointment stands again',
      [['appointment'], ['converted', 5], { takesBack: 2 }],
      { status: 'appointment', contactedAt: first, appointmentAt: first },
    ],
    [
      'a withdrawal taken back: the client is one since the conversion',
      [['converted', 5], ['lost', 'price'], { takesBack: 2 }],
      { status: 'converted', contactedAt: first, convertedAt: first, valueCents: 5 },
    ],
    [
      'the first contact taken back: the second is the first',
      [['contacted'], ['appointment'], { takesBack: 1 }],
      { status: 'appointment', contactedAt: second, appointmentAt: second },
    ],
    [
      'a correction taken back',
      [['contacted'], { takesBack: 1 }, { takesBack: 2 }],
      { status: 'contacted', contactedAt: first },
    ],
    [
      'a correction of a correction taken back',
      [['contacted'], { takesBack: 1 }, { takesBack: 2 }, { takesBack: 3 }],
      {},
    ],
    [
      'moved on after a correction',
      [['contacted'], ['lost', 'other'], { takesBack: 2 }, ['appointment']],
      { status: 'appointment', contactedAt: first, appointmentAt: fourth },
    ],
  ])('%s', (_, steps, expected) => {
    expect(replay(historyOf(steps))).toEqual({ ...RECEIVED, ...expected });
  });

  test.each([
    ['refused', true],
    ['price', true],
    ['competitor', true],
    ['no_need', true],
    ['unreachable', false],
    ['wrong_number', false],
    ['no_consent', false],
    ['other', false],
  ] as [LostReason, boolean][])('lost for %s means that there was a conversation: %s', (reason, spoken) => {
    const history = historyOf([['lost', reason]]);
    expect(replay(history).contactedAt).toEqual(spoken ? first : null);
    expect(lastContactAt(history)).toEqual(spoken ? first : null);
  });
});

test.each<[Step[], number | null]>([
  [[], null],
  [[['contacted']], 1],
  [[['contacted'], ['appointment']], 2],
  [[['contacted'], ['appointment'], { takesBack: 2 }], 1],
  [[['contacted'], ['lost', 'unreachable']], 1],
  [[['contacted'], ['lost', 'price']], 2],
])('%j: last spoken to on day %s', (steps, day) => {
  expect(lastContactAt(historyOf(steps))).toEqual(day === null ? null : at(day));
});

test('whatever a history holds, nobody is converted before being contacted, and never more than were received', () => {
  // Moves that no rule allows, corrections of anything, and times in any order: as if written by several faulty clocks.
  const moments = fc.integer({ min: 0, max: 30 }).map(at);
  const move = fc.record({
    kind: fc.constant('move' as const),
    from: fc.constantFrom(...STATUSES),
    to: fc.constantFrom(...STATUSES),
    at: moments,
    reason: fc.option(fc.constantFrom(...LOST_REASONS)),
    valueCents: fc.option(fc.nat()),
  });
  const correction = fc.record({
    kind: fc.constant('correction' as const),
    of: fc.nat(12).map(String),
    at: moments,
  });
  const histories = fc
    .array(fc.oneof({ weight: 3, arbitrary: move }, { weight: 1, arbitrary: correction }), { maxLength: 12 })
    .map((entries) => entries.map((entry, index) => Object.assign(entry, { id: String(index) })));
  fc.assert(
    fc.property(fc.array(histories, { maxLength: 8 }), (received) => {
      const states = received.map(replay);
      for (const { status, contactedAt, convertedAt, lostAt, reason, valueCents } of states) {
        if (convertedAt !== null) expect(contactedAt?.getTime()).toBeLessThanOrEqual(convertedAt.getTime());
        expect(convertedAt !== null).toBe(status === 'converted');
        expect(lostAt !== null).toBe(status === 'lost');
        if (status !== 'lost') expect(reason).toBeNull();
        if (status !== 'converted') expect(valueCents).toBeNull();
      }
      const contacted = states.filter(({ contactedAt }) => contactedAt !== null).length;
      const converted = states.filter(({ convertedAt }) => convertedAt !== null).length;
      expect(received.length).toBeGreaterThanOrEqual(contacted);
      expect(contacted).toBeGreaterThanOrEqual(converted);
    }),
    { numRuns: 500 },
  );
});
