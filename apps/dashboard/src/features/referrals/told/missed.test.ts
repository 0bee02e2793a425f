import { Recommendation } from '@num-ecard/contracts/referral';
import { expect, test } from 'vitest';
import { noticesSince } from './missed';

function received(at: string, name: string): Recommendation {
  return Recommendation.parse({
    id: '5d5f2f0e-9c0a-4d8e-8a6e-0d9f0d3a1b2c',
    reference: 'R-1',
    card: { id: '6d5f2f0e-9c0a-4d8e-8a6e-0d9f0d3a1b2c', slug: 'patrice' },
    receivedAt: at,
    status: 'new',
    consent: 'declared',
    ambassador: { id: '7d5f2f0e-9c0a-4d8e-8a6e-0d9f0d3a1b2c', name: 'Marc Petit' },
    prospect: {
      name,
      phone: null,
      phoneDisplay: null,
      email: null,
      company: null,
      contact: 'masked',
    },
    contactedAt: null,
    appointmentAt: null,
    convertedAt: null,
    lostAt: null,
    lostReason: null,
    valueCents: null,
    nextReminderAt: null,
    coRecommended: false,
    eraseAt: null,
    erasedAt: null,
    revision: 1,
  });
}

test('what came since is told oldest first, and what is hidden stays so', () => {
  const latest = [
    received('2026-11-26T10:00:02.000Z', 'Karim Benali'),
    received('2026-11-26T10:00:01.000Z', 'Sophie Dubois'),
    received('2026-11-26T10:00:00.000Z', 'Lucie Martin'),
  ];
  expect(noticesSince(latest, Date.parse('2026-11-26T10:00:00.000Z'))).toMatchObject([
    { prospect: 'Sophie Dubois', ambassador: 'Marc Petit', phoneDisplay: null, held: false },
    { prospect: 'Karim Benali' },
  ]);
});
