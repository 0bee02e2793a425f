import { expect, test } from 'vitest';
import { parseSearch, stringifySearch } from './search-params';

test('values stay text, whatever they look like', () => {
  const search = { token: '0012', card: '2024', next: '/?card=a&b=c#d', odd: 'true', plus: '1+1 = 2' };
  expect(parseSearch(stringifySearch(search))).toEqual(search);
});

test('what is not there is not written', () => {
  expect(stringifySearch({ card: undefined })).toBe('');
});
