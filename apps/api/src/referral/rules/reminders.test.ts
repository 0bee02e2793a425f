import type { Consent } from '@num-ecard/contracts/referral-vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FollowedReferral, followUps, type Reminder } from './reminders.js';

const PARIS = 'Europe/Paris';
const DAY_MS = 86_400_000;
const NOW = new Date('2026-11-23T18:00:00Z');

function prospect(id: string, received: string, more: Partial<FollowedReferral> = {}): FollowedReferral {
  return {
    id,
    status: 'new',
    consent: 'none',
    receivedAt: new Date(received),
    consentAt: null,
    lastContactAt: null,
    lastActivityAt: null,
    erasedAt: null,
    ...more,
  };
}

function told(referrals: FollowedReferral[], reminders: Reminder[] = [], now = NOW, timezone = PARIS) {
  const { notContacted, reminders: due, expiring } = followUps(referrals, reminders, now, timezone);
  return {
    notContacted: notContacted.map(({ id }) => id),
    reminders: due.map(({ referralId }) => referralId),
    expiring: expiring.map(({ referral, eraseAt }) => `${referral.id} ${eraseAt.toISOString()}`),
  };
}

describe('not contacted', () => {
  test('after 24 hours, longest waiting first', () => {
    const referrals = [
      prospect('now', '2026-11-22T18:00:00Z'),
      prospect('soon', '2026-11-22T18:00:00.001Z'),
      prospect('long', '2026-11-20T09:00Z'),
    ];
    expect(told(referrals).notContacted).toEqual(['long', 'now']);
  });

  test.each<[string, Partial<FollowedReferral>, boolean]>([
    ['whom the ambassador says agreed', { consent: 'declared' }, true],
    ['who agreed', { consent: 'given' }, true],
    ['who refused', { consent: 'refused' }, false],
    ['who took it back', { consent: 'revoked' }, false],
    ['who was contacted', { status: 'contacted' }, false],
    ['who could not be reached and is lost', { status: 'lost' }, false],
    ['whose data was erased', { erasedAt: NOW }, false],
    ['for whom only a note was written', { lastActivityAt: NOW }, true],
  ])('somebody %s: %o: %s', (_, more, shown) => {
    expect(told([prospect('one', '2026-11-20T09:00Z', more)]).notContacted).toEqual(shown ? ['one'] : []);
  });
});

test('who waits to be called and is about to be erased is named once, where it hurries', () => {
  const found = told([prospect('one', '2026-10-26T09:00Z')]);
  expect([found.notContacted, found.expiring]).toEqual([[], ['one 2026-11-25T09:00:00.000Z']]);
});

describe('reminders', () => {
  const due = (referralId: string, dueAt: string, doneAt: Date | null = null): Reminder => ({
    referralId,
    dueAt: new Date(dueAt),
    doneAt,
  });

  test.each([
    [PARIS, '2026-11-23T22:59:59.999Z', true],
    [PARIS, '2026-11-23T23:00:00Z', false],
    [PARIS, '2026-10-01T08:00Z', true],
    // In Réunion the day ends three hours earlier.
    ['Indian/Reunion', '2026-11-23T19:59:59.999Z', true],
    ['Indian/Reunion', '2026-11-23T20:00:00Z', false],
  ])('in %s, due at %s: today %s', (zone, dueAt, shown) => {
    const referrals = [prospect('one', '2026-11-23T09:00Z')];
    expect(told(referrals, [due('one', dueAt)], NOW, zone).reminders).toEqual(shown ? ['one'] : []);
  });

  test('longest due first, without those done or of erased prospects; the owner’s own for somebody who refused is shown', () => {
    const referrals = [
      prospect('late', '2026-11-23T09:00Z'),
      prospect('today', '2026-11-23T09:00Z', { consent: 'refused' }),
      prospect('erased', '2026-11-23T09:00Z', { erasedAt: NOW }),
    ];
    const reminders = [
      due('today', '2026-11-23T20:00Z'),
      due('late', '2026-11-21T09:00Z'),
      due('late', '2026-11-20T09:00Z', NOW),
      due('erased', '2026-11-20T09:00Z'),
    ];
    expect(told(referrals, reminders).reminders).toEqual(['late', 'today']);
  });
});

describe('expiring', () => {
  test('seven days before the data goes, soonest first', () => {
    const referrals = [
      prospect('last week', '2026-10-31T18:00:00Z'),
      prospect('later', '2026-10-31T18:00:00.001Z'),
      prospect('soonest', '2026-10-25T09:00Z'),
      prospect('noted', '2026-10-25T09:00Z', { lastActivityAt: new Date('2026-11-15T09:00Z') }),
    ];
    expect(told(referrals).expiring).toEqual([
      'soonest 2026-11-24T09:00:00.000Z',
      'last week 2026-11-30T18:00:00.000Z',
    ]);
  });

  test.each<[Consent, Partial<FollowedReferral>, boolean]>([
    ['declared', {}, true],
    ['given', { consentAt: new Date('2026-10-26T09:00Z') }, false],
    ['refused', { consentAt: new Date('2026-10-26T09:00Z') }, false],
    ['none', { status: 'lost' }, false],
    ['none', { erasedAt: NOW }, false],
    ['none', { status: 'contacted', lastContactAt: new Date('2026-10-26T09:00Z') }, false],
  ])('consent %s, %o: %s', (consent, more, shown) => {
    const one = prospect('one', '2026-10-25T09:00Z', { consent, ...more });
    expect(told([one]).expiring.length > 0).toBe(shown);
  });

  test('nobody’s data goes for want of consent without seven days’ notice to the owner', () => {
    const moments = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') });
    fc.assert(
      fc.property(moments, fc.option(moments), fc.integer({ min: 8, max: 60 }), (came, noted, days) => {
        const lastActivityAt = noted === null ? null : new Date(noted);
        const one = prospect('one', new Date(came).toISOString(), { lastActivityAt });
        const goes = Math.max(came, noted ?? came) + days * DAY_MS;
        const shown = (at: number): boolean =>
          followUps([one], [], new Date(at), PARIS, days).expiring.length > 0;
        expect([goes - 7 * DAY_MS - 1, goes - 7 * DAY_MS, goes - 1].map(shown)).toEqual([false, true, true]);
      }),
    );
  });
});
