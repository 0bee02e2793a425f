import { expect, test } from 'vitest';
import { localPath } from './local-path';

test.each(['/', '/?card=patrice', '/usage?from=2026-11-01#top', '/a//b'])('accepts %j', (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  'evil.example',
  ' /',
  '',
  undefined,
  42,
  ['/'],
])('refuses %j', (value) => {
  expect(localPath(value)).toBeUndefined();
});
