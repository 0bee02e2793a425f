/** An app that opens links in a browser of its own. */
export interface App {
  readonly name: string;
  /** The site that the app stands for. */
  readonly host: string;
}

/** Each app's own mark in the user agent; the rest of it is that of the system's web view. */
const APPS: readonly (readonly [RegExp, App])[] = [
  // Before Facebook, whose marks the newer versions carry as well.
  [/\bInstagram\b/, { name: 'Instagram', host: 'instagram.com' }],
  [/\bBarcelona\b/, { name: 'Threads', host: 'threads.com' }],
  [/\bFBAN\/Messenger|\bFB_IAB\/(?:Orca|MESSENGER)/, { name: 'Messenger', host: 'messenger.com' }],
  [/\bFBAN\/|\bFBAV\/|\bFB_IAB\/|\bMetaIAB Facebook\b/, { name: 'Facebook', host: 'facebook.com' }],
  [/\bLinkedInApp\b/, { name: 'LinkedIn', host: 'linkedin.com' }],
  [/\bSnapchat\//, { name: 'Snapchat', host: 'snapchat.com' }],
  [/\bmusical_ly|\bBytedanceWebview\/|\bTikTok\b/, { name: 'TikTok', host: 'tiktok.com' }],
  [/\bTwitter for (?:iPhone|iPad)\b|\bTwitterAndroid\b/, { name: 'X', host: 'x.com' }],
  [/\[Pinterest\/(?:iOS|Android)\]/, { name: 'Pinterest', host: 'pinterest.com' }],
  [/\bWhatsApp\//, { name: 'WhatsApp', host: 'whatsapp.com' }],
];

/** One test for most visitors, who are in no app. */
const ANY_APP = new RegExp(APPS.map(([mark]) => mark.source).join('|'));

/** The social or messaging app in whose own browser the page is open, if it is in one that says so. */
export function inAppBrowser(userAgent: string): App | undefined {
  if (!ANY_APP.test(userAgent)) return undefined;
  return APPS.find(([mark]) => mark.test(userAgent))?.[1];
}
