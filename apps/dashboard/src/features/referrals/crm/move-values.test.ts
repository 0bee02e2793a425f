import { expect, test } from 'vitest';
import { moveOf, NO_VALUES } from './move-values';

test('only what belongs to the status is sent', () => {
  const values = { reason: 'price', value: 1250.5, note: ' Trop cher ' } as const;
  expect(moveOf('lost', values)).toEqual({ to: 'lost', reason: 'price', note: 'Trop cher' });
  expect(moveOf('converted', values)).toEqual({ to: 'converted', valueCents: 125_050, note: 'Trop cher' });
  expect(moveOf('contacted', values)).toEqual({ to: 'contacted', note: 'Trop cher' });
});

test('what was not said is not sent', () => {
  expect(moveOf('lost', NO_VALUES)).toEqual({ to: 'lost' });
  expect(moveOf('converted', NO_VALUES)).toEqual({ to: 'converted' });
});

test('cents are whole, whatever a sum of floats says', () => {
  expect(moveOf('converted', { ...NO_VALUES, value: 19.99 * 3 }).valueCents).toBe(5997);
});
