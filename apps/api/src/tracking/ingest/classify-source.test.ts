import fc from 'fast-check';
import { SOURCES } from '@num-ecard/contracts/usage-vocabulary';
import { expect, test } from 'vitest';
import { classifySource } from './classify-source.js';

const card = 'https://card.example/c/patrice';
const none = { linkCode: null, referrerHost: null };
const direct = { ...none, source: 'direct' };
const social = (referrerHost: string) => ({ source: 'social', linkCode: null, referrerHost });
const search = (referrerHost: string) => ({ source: 'search', linkCode: null, referrerHost });
const site = (referrerHost: string | null) => ({ source: 'site', linkCode: null, referrerHost });

const android =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36';
const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const linkedInApp = `${iPhone} Mobile/15E148 [LinkedInApp]/9.31.1234`;

test.each([
  [`${card}?s=qr`, 'https://www.linkedin.com/', { ...none, source: 'qr' }],
  [`${card}?s=nfc`, '', { ...none, source: 'nfc' }],
  [`${card}?s=signature&utm_source=x`, '', { ...none, source: 'signature' }],
  [`${card}?s=signature`, 'https://mail.google.com/', { ...none, source: 'signature' }],
  [`${card}?s=wallet#top`, undefined, { ...none, source: 'wallet' }],
  [`${card}?s=qr&k=LYON26`, '', { ...none, source: 'qr', linkCode: 'LYON26' }],
  [`${card}?k=LYON26`, 'https://www.linkedin.com/', { ...none, source: 'link', linkCode: 'LYON26' }],
  [`${card}?k=${'x'.repeat(33)}`, '', direct],
  [`${card}?k=a%00b`, '', direct],
  [`${card}?s=QR`, '', direct],
  [`${card}?s=social`, '', direct],
  [`${card}?utm_source=linkedin&gclid=7`, '', direct],
  [card, 'https://card.example/c/other', direct],
  [card, 'not an address', direct],
  [undefined, undefined, direct],
])('own marks and none: %s from %s', (url, referrer, expected) => {
  expect(classifySource(url, referrer, android)).toEqual(expected);
});

test.each([
  ['https://www.linkedin.com/', social('linkedin.com')],
  ['https://fr.linkedin.com/feed/?trk=somebody', social('linkedin.com')],
  ['https://lnkd.in/abc', social('linkedin.com')],
  ['android-app://com.linkedin.android/', social('linkedin.com')],
  ['https://l.facebook.com/l.php?u=x', social('facebook.com')],
  ['https://m.facebook.com/', social('facebook.com')],
  ['android-app://com.facebook.katana/', social('facebook.com')],
  ['https://l.instagram.com/?u=x', social('instagram.com')],
  ['https://t.co/abc', social('x.com')],
  ['https://x.com/', social('x.com')],
  ['https://www.tiktok.com/', social('tiktok.com')],
  ['https://www.youtube.com/', social('youtube.com')],
  ['https://www.reddit.com/r/france', social('reddit.com')],
  ['https://web.whatsapp.com/', social('whatsapp.com')],
  ['android-app://com.whatsapp/', social('whatsapp.com')],
  ['https://web.telegram.org/', social('telegram.org')],
  ['android-app://org.telegram.messenger/', social('telegram.org')],
  ['https://discord.com/channels/1/2', social('discord.com')],
  ['https://app.slack.com/', social('slack.com')],
  ['android-app://com.Slack/', social('slack.com')],
  ['https://teams.microsoft.com/', social('teams.microsoft.com')],
  ['https://www.google.com/', search('google.com')],
  ['https://www.google.fr/', search('google.fr')],
  ['https://www.google.re/', search('google.re')],
  ['https://www.google.co.uk/', search('google.co.uk')],
  ['android-app://com.google.android.googlequicksearchbox/', search('google.com')],
  ['https://www.bing.com/search?q=patrice', search('bing.com')],
  ['https://duckduckgo.com/', search('duckduckgo.com')],
  ['https://www.qwant.com/?q=patrice', search('qwant.com')],
  ['https://www.ecosia.org/', search('ecosia.org')],
  ['https://search.brave.com/', search('search.brave.com')],
  ['https://search.lilo.org/', search('lilo.org')],
  ['https://fr.search.yahoo.com/', search('fr.search.yahoo.com')],
  ['https://mail.google.com/mail/u/0/', site('mail.google.com')],
  ['https://outlook.live.com/', site('outlook.live.com')],
  ['https://webmail.free.fr/', site('webmail.free.fr')],
  ['https://messagerie.orange.fr/', site('messagerie.orange.fr')],
  ['android-app://com.google.android.gm/', site('mail.google.com')],
  ['https://docs.google.com/document/d/1', site('docs.google.com')],
  ['https://notlinkedin.com/', site('notlinkedin.com')],
  ['https://linkedin.com.evil.example/', site('linkedin.com.evil.example')],
  ['https://www.blog.example/post?user=7', site('blog.example')],
  ['https://blog.example:8443/', site('blog.example')],
  ['https://patrice:secret@blog.example/', site('blog.example')],
  // Names within a house, and addresses: somebody's own network.
  ['http://intranet/wiki', site(null)],
  ['http://192.0.2.7/', site(null)],
  ['http://[2001:db8::7]/', site(null)],
  [`https://${'a.'.repeat(400)}example/`, site(null)],
  ['android-app://com.example.unknown/', direct],
  ['javascript:alert(1)', direct],
])('the card from %s', (referrer, expected) => {
  expect(classifySource(card, referrer, android)).toEqual(expected);
});

test.each([
  ['facebook.com', `${iPhone} Mobile/22F76 [FBAN/FBIOS;FBAV/530.0.0.43.98;FBBV/1;FBDV/iPhone15,3]`],
  ['facebook.com', `${android} [FB_IAB/FB4A;FBAV/531.0.0.47.109;]`],
  ['messenger.com', `${iPhone} Mobile/15E148 [FBAN/MessengerLiteForiOS;FBAV/500.0.0;FBBV/1]`],
  ['instagram.com', `${iPhone} Mobile/15E148 Instagram 400.0.0.33.76 (iPhone15,2; iOS 18_5; fr_FR)`],
  ['linkedin.com', linkedInApp],
  ['snapchat.com', `${iPhone} Version/18.5 Mobile/15E148 Snapchat/13.50.0.36 (like Safari/8621.2, panda)`],
  ['tiktok.com', `${android} trill_360505 JsSdk/1.0 AppName/musical_ly BytedanceWebview/d8a21c6`],
  ['x.com', `${iPhone} Mobile/15E148 Twitter for iPhone/11.20`],
  ['pinterest.com', `${android} [Pinterest/Android]`],
  ['whatsapp.com', `${iPhone} Mobile/15E148 WhatsApp/2.25.10`],
])('without a referrer the browser inside an app tells: %s', (host, userAgent) => {
  expect(classifySource(card, '', userAgent)).toEqual(social(host));
});

test('a mark or a referrer tells more than the app in which the card is open', () => {
  expect(classifySource(`${card}?s=qr`, '', linkedInApp)).toEqual({ ...none, source: 'qr' });
  expect(classifySource(card, 'https://www.google.fr/', linkedInApp)).toEqual(search('google.fr'));
  expect(classifySource(card, card, linkedInApp)).toEqual(direct);
});

test('whatever the addresses are, the source is a known one and nothing of them but a host is kept', () => {
  const host = fc.oneof(fc.domain(), fc.ipV4(), fc.constantFrom('l.facebook.com', 'www.google.fr', 't.me'));
  const rest = fc.string().map(encodeURIComponent);
  const scheme = fc.constantFrom('https', 'http', 'android-app', 'data');
  const said = fc
    .tuple(scheme, host, rest, rest)
    .map(([a, b, c, d]) => `${a}://${c}@${b}:80/${d}?s=${c}&k=${d}#${c}`);
  const address = fc.option(fc.oneof(said, fc.string()), { nil: undefined });
  fc.assert(
    fc.property(address, address, fc.string(), (url, referrer, userAgent) => {
      const { source, linkCode, referrerHost } = classifySource(url, referrer, userAgent);
      expect(SOURCES).toContain(source);
      expect(linkCode === null || /^[A-Za-z0-9_-]{1,32}$/.test(linkCode)).toBe(true);
      expect(referrerHost === null || /^[^/?#@:]{1,253}$/.test(referrerHost)).toBe(true);
    }),
  );
});
