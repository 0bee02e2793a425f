import { expect, test } from 'vitest';
import { contactState } from './contact-state.js';

test.each([
  ['none', 'warn', 'shown'],
  ['declared', 'warn', 'shown'],
  ['given', 'warn', 'shown'],
  ['refused', 'warn', 'refused'],
  ['revoked', 'warn', 'refused'],
  ['none', 'mask', 'masked'],
  ['declared', 'mask', 'masked'],
  ['given', 'mask', 'shown'],
  ['refused', 'mask', 'refused'],
  ['revoked', 'mask', 'refused'],
] as const)('with consent %s, an account that says %s sees it %s', (consent, choice, state) => {
  expect(contactState(consent, choice)).toBe(state);
});
