import { type Consent, CONSENTS } from '@num-ecard/contracts/referral-vocabulary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mustErase, retentionOf, type RetainedReferral } from './retention.js';

interface Told {
  readonly received: string;
  readonly consent?: Consent;
  readonly answered?: string;
  readonly spoken?: string;
  readonly active?: string;
}

function record({ received, consent = 'none', answered, spoken, active }: Told): RetainedReferral {
  const moment = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text));
  return {
    receivedAt: new Date(received),
    consent,
    consentAt: moment(answered),
    lastContactAt: moment(spoken),
    lastActivityAt: moment(active),
  };
}

const CAME = '2026-11-01T10:00:00.000Z';

describe('personal data is erased', () => {
  test.each<[string, Omit<Told, 'received'>, string, string]>([
    ['30 days after it came', {}, '2026-12-01T10:00Z', 'no_consent'],
    // The ambassador's word is not the prospect's.
    ['the same with a declaration', { consent: 'declared' }, '2026-12-01T10:00Z', 'no_consent'],
    [
      '30 days after a refusal',
      { consent: 'refused', answered: '2026-11-03T10:00Z' },
      '2026-12-03T10:00Z',
      'no_consent',
    ],
    [
      '30 days after consent was taken back, nobody having called',
      { consent: 'revoked', answered: '2026-11-20T10:00Z', active: '2026-11-05T10:00Z' },
      '2026-12-20T10:00Z',
      'no_consent',
    ],
    [
      '30 days after the last note or vain call',
      { active: '2026-11-11T10:00Z' },
      '2026-12-11T10:00Z',
      'no_consent',
    ],
    [
      'three years after the last conversation',
      { spoken: '2026-11-11T10:00Z', active: '2026-12-24T10:00Z' },
      '2029-11-11T10:00Z',
      'last_contact',
    ],
    [
      'three years after consent, without any call',
      { consent: 'given', answered: '2026-11-02T08:30Z' },
      '2029-11-02T08:30Z',
      'last_contact',
    ],
    [
      'three years after the later of consent and conversation',
      { consent: 'given', answered: '2026-11-20T08:30Z', spoken: '2026-11-11T10:00Z' },
      '2029-11-20T08:30Z',
      'last_contact',
    ],
    [
      'three years after it came, though notes go on and on',
      { active: '2029-10-25T10:00Z' },
      '2029-11-01T10:00Z',
      'last_contact',
    ],
  ])('%s', (_, told, eraseAt, because) => {
    const kept = record({ received: CAME, ...told });
    expect(retentionOf(kept)).toEqual({ eraseAt: new Date(eraseAt), because });
    expect(mustErase(kept, new Date(Date.parse(eraseAt) - 1))).toBe(false);
    expect(mustErase(kept, new Date(eraseAt))).toBe(true);
  });

  test('on 28 February, three years after a 29th', () => {
    const kept = record({ received: '2028-02-01T10:00Z', spoken: '2028-02-29T10:00Z' });
    expect(retentionOf(kept).eraseAt).toEqual(new Date('2031-02-28T10:00Z'));
  });

  test('after as many days as the account says, when nobody agreed', () => {
    expect(retentionOf(record({ received: CAME }), 10).eraseAt).toEqual(new Date('2026-11-11T10:00Z'));
    expect(retentionOf(record({ received: CAME, spoken: CAME }), 10).because).toBe('last_contact');
  });
});

test('whatever happened, never later than three years after the prospect was last in touch, nor after 30 days of silence', () => {
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true });
  const records = fc.record({
    receivedAt: moments,
    consent: fc.constantFrom(...CONSENTS),
    consentAt: fc.option(moments),
    lastContactAt: fc.option(moments),
    lastActivityAt: fc.option(moments),
  });
  fc.assert(
    fc.property(records, fc.integer({ min: 1, max: 2_000 }), (kept, days) => {
      const { receivedAt, consent, consentAt, lastContactAt, lastActivityAt } = kept;
      const eraseAt = retentionOf(kept, days).eraseAt.getTime();
      const inTouch = [receivedAt, consentAt, lastContactAt].map((at) => at?.getTime() ?? 0);
      const third = new Date(Math.max(...inTouch));
      third.setUTCFullYear(third.getUTCFullYear() + 3);
      expect(eraseAt).toBeLessThanOrEqual(third.getTime());
      if (consent !== 'given' && lastContactAt === null) {
        const alive = Math.max(...inTouch, lastActivityAt?.getTime() ?? 0);
        expect(eraseAt).toBeLessThanOrEqual(alive + days * 86_400_000);
      } else {
        // 29 February: a day earlier.
        expect(eraseAt).toBeGreaterThanOrEqual(third.getTime() - 86_400_000);
      }
    }),
    { numRuns: 500 },
  );
});
