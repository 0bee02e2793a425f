import type { RecommendationRecord } from '@num-ecard/contracts/referral';
import { expect, test } from 'vitest';
import { consentAdvice, mayAsk } from './consent-advice';

type Prospect = RecommendationRecord['prospect'];
const prospect = (contact: Prospect['contact']) => ({ contact }) as Prospect;
const consentUrl = 'https://card.test/r/token';

test('a hidden number is said to be hidden until the prospect has answered', () => {
  expect(consentAdvice({ consent: 'declared', prospect: prospect('shown') })).toBe('declared');
  expect(consentAdvice({ consent: 'declared', prospect: prospect('masked') })).toBe('declaredMasked');
  expect(consentAdvice({ consent: 'none', prospect: prospect('masked') })).toBe('noneMasked');
  expect(consentAdvice({ consent: 'refused', prospect: prospect('refused') })).toBe('refused');
});

test('only who has not answered is asked', () => {
  expect((['none', 'declared'] as const).every((consent) => mayAsk({ consent, consentUrl }))).toBe(true);
  expect((['given', 'refused', 'revoked'] as const).some((consent) => mayAsk({ consent, consentUrl }))).toBe(
    false,
  );
  expect(mayAsk({ consent: 'declared', consentUrl: null })).toBe(false);
});
