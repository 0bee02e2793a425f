import type { DropReason } from '@num-ecard/contracts/usage-vocabulary';
import crawlers from 'crawler-user-agents';
import UserAgent from 'user-agents';
import { expect, test } from 'vitest';
import { UNKNOWN_PLACE } from '../../geo/place.js';
import type { Beacon } from './beacon.js';
import { dropBot } from './drop-bot.js';

const dropped = (userAgent: string): DropReason | null => {
  const beacon: Beacon = {
    accountId: 'a',
    cardId: 'c',
    timezone: 'Europe/Paris',
    request: { card: 'patrice', visit: 'v', events: [] },
    circumstances: {
      userAgent,
      address: '192.0.2.1',
      place: () => UNKNOWN_PLACE,
      purpose: '',
      measured: true,
      signedInAccountId: null,
    },
  };
  return dropBot(beacon);
};

test('at least 99 % of a public list of crawlers and link previews are dropped', () => {
  const listed = crawlers.flatMap(({ instances }) => instances);
  const missed = listed.filter((userAgent) => dropped(userAgent) === null);
  const share = 1 - missed.length / listed.length;
  expect(listed.length).toBeGreaterThan(2_000);
  const figures = `${(share * 100).toFixed(2)} % of ${listed.length} dropped; missed:\n${missed.join('\n')}`;
  expect(share, figures).toBeGreaterThanOrEqual(0.99);
});

test('at most 0.1 % of real visits are lost', () => {
  // A sample of real visits: the more common a browser, the more entries it has.
  const visits = UserAgent.top(Number.MAX_SAFE_INTEGER).map(({ userAgent }) => userAgent);
  const lost = visits.filter((userAgent) => dropped(userAgent) !== null);
  const share = lost.length / visits.length;
  expect(visits.length).toBeGreaterThanOrEqual(10_000);
  expect(new Set(visits).size).toBeGreaterThan(900);
  const figures = `${(share * 100).toFixed(3)} % of ${visits.length} lost:\n${[...new Set(lost)].join('\n')}`;
  expect(share, figures).toBeLessThanOrEqual(0.001);
});

const safari601 =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4';

test.each([
  ['WhatsApp', 'WhatsApp/2.24.20.89 A'],
  ['WhatsApp for iPhone', 'WhatsApp/2.23.18.78 i'],
  ['LinkedIn', 'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)'],
  ['Facebook', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
  ['iMessage', `${safari601} facebookexternalhit/1.1 Facebot Twitterbot/1.0`],
  ['Slack', 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'],
  ['Telegram', 'TelegramBot (like TwitterBot)'],
  ['Discord', 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)'],
  [
    'Teams',
    'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
  ],
  ['X', 'Twitterbot/1.0'],
  ['Pinterest', 'Mozilla/5.0 (compatible; Pinterestbot/1.0; +http://www.pinterest.com/bot.html)'],
  ['Mastodon', 'http.rb/5.1.1 (Mastodon/4.2.1; +https://mastodon.social/) Bot'],
])('a link preview of %s is one', (_name, userAgent) => {
  expect(dropped(userAgent)).toBe('preview');
});

test.each([
  '',
  'curl/8.5.0',
  'python-requests/2.32.3',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
])('"%s" is a bot', (userAgent) => {
  expect(dropped(userAgent)).toBe('bot');
});

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const webView =
  'AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.7339.207 Mobile Safari/537.36';

// The browsers inside social apps name the app, as its preview fetcher does: here somebody looks.
test.each([
  `${iPhone} Mobile/22F76 [FBAN/FBIOS;FBAV/530.0.0.43.98;FBBV/1;FBDV/iPhone15,3;FBMD/iPhone;FBSN/iOS]`,
  `Mozilla/5.0 (Linux; Android 15; SM-S911B; wv) ${webView} [FB_IAB/FB4A;FBAV/531.0.0.47.109;]`,
  `Mozilla/5.0 (Linux; Android 16; Pixel 10 Pro XL Build/CP1A.260305.018; wv) ${webView} MetaIAB Facebook`,
  `${iPhone} Mobile/15E148 Instagram 400.0.0.33.76 (iPhone15,2; iOS 18_5; fr_FR; fr; scale=3.00; 1179x2556)`,
  `${iPhone} Mobile/15E148 [LinkedInApp]/9.31.1234`,
  `${iPhone} Version/18.5 Mobile/15E148 Snapchat/13.50.0.36 (like Safari/8621.2.5.10.10, panda)`,
  `${iPhone} Mobile/15E148 musical_ly_35.3.0 JsSdk/2.0 NetType/WIFI Channel/App Store BytedanceWebview/d8a21c6`,
  `${iPhone} Mobile/15E148 Twitter for iPhone/11.20`,
  `${iPhone} Mobile/15E148 [Pinterest/iOS]`,
  `Mozilla/5.0 (Linux; Android 13; SM-A528B; wv) ${webView} [Pinterest/Android]`,
  `${iPhone} GSA/380.0.794 Mobile/15E148 Safari/604.1`,
  // A phone whose make ends in "bot".
  'Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
])('%s passes', (userAgent) => {
  expect(dropped(userAgent)).toBeNull();
});
