import { expect, test } from 'vitest';
import { type BrowserTraits, pushAbility } from './push-ability';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.5 Safari/605.1.15';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0.0.0 Mobile Safari/537.36';
const able: BrowserTraits = { userAgent: ANDROID, touchPoints: 5, hasPush: true, permission: 'default' };

test.each<[string, Partial<BrowserTraits>, string]>([
  ['a phone that was not asked yet', {}, 'able'],
  ['a phone that has agreed', { permission: 'granted' }, 'able'],
  ['a phone that has refused', { permission: 'denied' }, 'denied'],
  ['a browser without push', { hasPush: false, permission: undefined }, 'unsupported'],
  ['a browser without push that has refused', { hasPush: false, permission: 'denied' }, 'unsupported'],
  ['an iPhone in Safari', { userAgent: IPHONE, hasPush: false, permission: undefined }, 'home-screen'],
  ['an iPhone on the home screen', { userAgent: IPHONE }, 'able'],
  ['an iPhone that has refused', { userAgent: IPHONE, permission: 'denied' }, 'denied-ios'],
  ['an iPad, which passes for a Mac', { userAgent: MAC, hasPush: false }, 'home-screen'],
  ['an old Mac', { userAgent: MAC, touchPoints: 0, hasPush: false }, 'unsupported'],
  ['a Mac that has refused', { userAgent: MAC, touchPoints: 0, permission: 'denied' }, 'denied'],
])('%s', (_, traits, ability) => {
  expect(pushAbility({ ...able, ...traits })).toBe(ability);
});
