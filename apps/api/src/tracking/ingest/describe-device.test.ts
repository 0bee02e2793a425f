import fc from 'fast-check';
import UserAgent from 'user-agents';
import { expect, test } from 'vitest';
import { describeDevice } from './describe-device.js';

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const gecko = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  ['phone', 'Safari', 'iOS', `${iPhone} Version/18.5 Mobile/15E148 Safari/604.1`],
  ['phone', 'Chrome', 'iOS', `${iPhone} CriOS/141.0.7390.41 Mobile/15E148 Safari/604.1`],
  ['phone', 'Firefox', 'iOS', `${iPhone} FxiOS/143.2 Mobile/15E148 Safari/605.1.15`],
  ['phone', 'Google', 'iOS', `${iPhone} GSA/380.0.794 Mobile/15E148 Safari/604.1`],
  ['phone', 'LinkedIn', 'iOS', `${iPhone} Mobile/15E148 [LinkedInApp]/9.31.1234`],
  ['phone', 'Facebook', 'iOS', `${iPhone} Mobile/22F76 [FBAN/FBIOS;FBAV/530.0.0.43.98;FBDV/iPhone15,3]`],
  ['phone', 'Instagram', 'iOS', `${iPhone} Mobile/15E148 Instagram 400.0.0.33.76 (iPhone15,2; iOS 18_5)`],
  [
    'phone',
    'TikTok',
    'Android',
    `Mozilla/5.0 (Linux; Android 13; CPH2333; wv) ${gecko} Version/4.0 Chrome/128.0.6613.127 Mobile Safari/537.36 trill_360505 JsSdk/1.0 AppName/musical_ly BytedanceWebview/d8a21c6`,
  ],
  [
    'phone',
    'Chrome',
    'Android',
    `Mozilla/5.0 (Linux; Android 10; K) ${gecko} Chrome/141.0.0.0 Mobile Safari/537.36`,
  ],
  [
    'tablet',
    'Chrome',
    'Android',
    `Mozilla/5.0 (Linux; Android 10; K) ${gecko} Chrome/141.0.0.0 Safari/537.36`,
  ],
  [
    'phone',
    'Samsung Internet',
    'Android',
    `Mozilla/5.0 (Linux; Android 10; K) ${gecko} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
  ],
  [
    'tablet',
    'Samsung Internet',
    'Android',
    `Mozilla/5.0 (Linux; Android 14; SM-X710) ${gecko} SamsungBrowser/28.0 Chrome/130.0.0.0 Safari/537.36`,
  ],
  [
    'tablet',
    'Amazon Silk',
    'Android',
    `Mozilla/5.0 (Linux; Android 9; KFTRWI) ${gecko} Silk/112.5.1 like Chrome/112.0.5615.213 Safari/537.36`,
  ],
  ['phone', 'Firefox', 'Android', 'Mozilla/5.0 (Android 14; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0'],
  [
    'tablet',
    'Safari',
    'iOS',
    'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1',
  ],
  // A Mac, and word for word an iPad that asks for desktop pages.
  [
    'desktop',
    'Safari',
    'macOS',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  ],
  [
    'desktop',
    'Firefox',
    'Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0',
  ],
  [
    'desktop',
    'Edge',
    'Windows',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${gecko} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`,
  ],
  [
    'desktop',
    'Opera',
    'Windows',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${gecko} Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0`,
  ],
  ['desktop', 'Chrome', 'Linux', `Mozilla/5.0 (X11; Linux x86_64) ${gecko} Chrome/141.0.0.0 Safari/537.36`],
  [
    'desktop',
    'Chrome',
    'Chrome OS',
    `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${gecko} Chrome/141.0.0.0 Safari/537.36`,
  ],
  [
    'other',
    'WebOS Browser',
    'WebOS',
    `Mozilla/5.0 (Web0S; Linux/SmartTV) ${gecko} Chrome/94.0.4606.128 Safari/537.36 WebAppManager`,
  ],
  ['other', 'other', 'other', ''],
  ['other', 'other', 'other', 'Patrice Martin/1.0 (06 39 98 01 42) Whatever/2.0 (x)'],
])('%s, %s, %s', (device, browser, system, userAgent) => {
  expect(describeDevice(userAgent)).toEqual({ device, browser, system });
  // The second time from memory.
  expect(describeDevice(userAgent)).toEqual({ device, browser, system });
});

test('nearly every real visit is told, in few names and without versions', () => {
  const visits = UserAgent.top(Number.MAX_SAFE_INTEGER);
  const told = visits.map(({ userAgent }) => describeDevice(userAgent));
  const full = told.filter(({ device, browser, system }) => ![device, browser, system].includes('other'));
  const share = full.length / visits.length;
  expect(share, `${(share * 100).toFixed(2)} % of ${visits.length} fully told`).toBeGreaterThan(0.99);
  const names = new Set(told.flatMap(({ browser, system }) => [browser, system]));
  expect([...names].filter((name) => /\d/.test(name))).toEqual([]);
  expect(names.size).toBeLessThan(50);
});

test('whatever a user agent says, no word of its own is kept', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{3,12}\/\d\.\d \([ -~]{0,40}\) [ -~]{0,60}$/), (userAgent) => {
      const { browser, system } = describeDevice(`zz${userAgent}`);
      expect(browser).not.toContain('zz');
      expect(system).not.toContain('zz');
    }),
  );
});
