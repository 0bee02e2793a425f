import { NewRecommendation } from '@num-ecard/contracts/referral-form';
import { addDays } from '@num-ecard/contracts/period-calendar';
import { expect, test } from 'vitest';
import { decideCorrection } from '../referral/rules/correct.js';
import { type HistoryEntry, RECEIVED, replay } from '../referral/rules/milestones.js';
import { decideMove } from '../referral/rules/move.js';
import { readPeople } from '../referral/form/read-people.js';
import { demoReferrals } from './demo-referrals.js';
import type { DemoStory } from './demo-story.js';

const NOW = new Date('2026-11-17T17:42:00Z');
const A_YEAR_AGO = new Date('2025-11-17T17:42:00Z');
const plain = (stories: readonly DemoStory[]) =>
  stories.map(({ receivedAt, wanted, steps }) => ({ receivedAt, wanted, steps }));

test('they are the same on every run, and no two are sent at the same moment', () => {
  const stories = demoReferrals(A_YEAR_AGO, NOW, true);
  expect(plain(demoReferrals(A_YEAR_AGO, NOW, true))).toEqual(plain(stories));
  expect(new Set(stories.map(({ receivedAt }) => receivedAt.getTime()))).toHaveLength(stories.length);
});

test('they go on the day after as if the demo had not been stopped', () => {
  const [before, after] = [new Date('2027-02-03T10:00:00Z'), new Date('2027-02-25T10:00:00Z')];
  const sent = (since: Date, until: Date) =>
    plain(demoReferrals(since, until, false)).filter(
      ({ receivedAt }) => receivedAt > since && receivedAt <= until,
    );
  expect(sent(NOW, before).length).toBeGreaterThan(5);
  expect([...sent(NOW, before), ...sent(before, after)]).toEqual(sent(NOW, after));
});

test('about five come in a month, from nine ambassadors, and end now', () => {
  const stories = demoReferrals(A_YEAR_AGO, NOW, true).filter(({ receivedAt }) => receivedAt > A_YEAR_AGO);
  expect(stories.length).toBeGreaterThan(50);
  expect(stories.length).toBeLessThan(75);
  const names = stories
    .filter(({ wanted }) => wanted.objet === undefined)
    .map(({ wanted }) => wanted.ambassador?.name);
  expect(new Set(names)).toHaveLength(9);
  const last = stories.at(-1);
  expect(last?.wanted.prospect.name).toBe('Sophie Dubois');
  expect(last?.receivedAt.getTime()).toBeGreaterThan(NOW.getTime() - 24 * 3_600_000);
});

test('at whatever hour it is begun, nothing of the last weeks lies in the future', () => {
  for (const hour of ['00:00', '06:30', '12:00', '23:59']) {
    const now = new Date(`2027-01-01T${hour}:00Z`);
    const since = new Date(`${addDays('2027-01-01', -34)}T00:00:00Z`);
    const latest = demoReferrals(since, now, true).slice(-10);
    for (const { receivedAt, steps } of latest)
      for (const at of [receivedAt, ...steps.map((step) => step.at)]) expect(at <= now).toBe(true);
  }
});

test('they are forms as people send them, with numbers of works of fiction', () => {
  for (const { wanted } of demoReferrals(A_YEAR_AGO, NOW, true)) {
    const people = readPeople(NewRecommendation.parse(wanted));
    expect(people).toMatchObject({
      ok: true,
      prospect: { phone: expect.stringMatching(/^\+3363998\d{4}$/) },
    });
  }
});

test('each story is one that the rules allow', () => {
  for (const { steps, receivedAt } of demoReferrals(A_YEAR_AGO, new Date('2027-05-17T10:00:00Z'), true)) {
    const history: HistoryEntry[] = [];
    let last = receivedAt;
    for (const step of steps) {
      expect(step.at > last).toBe(true);
      last = step.at;
      const state = history.length === 0 ? RECEIVED : replay(history);
      const id = String(history.length);
      if (step.kind === 'move') {
        const decision = decideMove(state, { ...step, expected: step.from }, step.at);
        expect(decision).toMatchObject({ outcome: 'allowed' });
        history.push({ ...step, id });
      } else if (step.kind === 'correction') {
        const of = history.findLast(({ kind }) => kind === 'move')?.id ?? '';
        const decision = decideCorrection(history, { of, expected: step.from }, id, step.at);
        expect(decision).toMatchObject({ outcome: 'allowed' });
        history.push({ kind: 'correction', of, at: step.at, id });
      }
    }
  }
});
