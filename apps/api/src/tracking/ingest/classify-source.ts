import { isIP } from 'node:net';
import { LinkCode, OWN_SOURCES, type Source } from '@num-ecard/contracts/usage-vocabulary';
import { inAppBrowser } from './in-app-browser.js';
import { referrerGroup, withoutWww } from './referrer-groups.js';

export interface VisitSource {
  readonly source: Source;
  /** Of a named link. */
  readonly linkCode: string | null;
  /** Of a visit that another site or app led to: the host that stands for it, such as `linkedin.com`. */
  readonly referrerHost: string | null;
}

/** The longest name that can be a host's. */
const MAX_HOST = 253;

/**
 * How a visit came in: by the product's own mark (`?s=`, `?k=` for a named link), else by the referrer, else by the app
 * in whose browser the card is open, else directly. Of both addresses nothing else is kept: campaign parameters and
 * paths can tell who somebody is.
 *
 * Messaging apps are `social`: somebody passed the card on to somebody. A webmail is a `site` with its host: the
 * product's `signature` is what tells mail apart, and it marks its links itself.
 */
export function classifySource(
  url: string | undefined,
  referrer: string | undefined,
  userAgent = '',
): VisitSource {
  const page = parse(url);
  const code = page?.searchParams.get('k') ?? null;
  const linkCode = code !== null && LinkCode.safeParse(code).success ? code : null;
  const mark = page?.searchParams.get('s') ?? null;
  const own = OWN_SOURCES.find((source) => source === mark);
  if (own !== undefined) return { source: own, linkCode, referrerHost: null };
  if (linkCode !== null) return { source: 'link', linkCode, referrerHost: null };
  const from = parse(referrer);
  if (from === undefined) {
    const app = inAppBrowser(userAgent);
    return app === undefined ? DIRECT : { source: 'social', linkCode, referrerHost: app.host };
  }
  // A reload or a step within the page's own site brings nobody.
  if (from.host === page?.host) return DIRECT;
  return { linkCode, ...fromOutside(from) };
}

const DIRECT: VisitSource = { source: 'direct', linkCode: null, referrerHost: null };

function fromOutside(from: URL): Pick<VisitSource, 'source' | 'referrerHost'> {
  const name = from.hostname.toLowerCase();
  const group = name.length > MAX_HOST ? undefined : referrerGroup(name);
  if (group !== undefined) {
    return { source: group.kind === 'webmail' ? 'site' : group.kind, referrerHost: group.host };
  }
  // An app of which nothing is known has no site.
  if (from.protocol === 'android-app:') return { source: 'direct', referrerHost: null };
  return { source: 'site', referrerHost: isPublicName(name) ? withoutWww(name) : null };
}

/** Addresses and names within a house would say more of the visitor than of a site. */
function isPublicName(host: string): boolean {
  return host.length <= MAX_HOST && host.includes('.') && !host.startsWith('[') && isIP(host) === 0;
}

function parse(address: string | undefined): URL | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const parsed = new URL(address);
  return ['http:', 'https:', 'android-app:'].includes(parsed.protocol) ? parsed : undefined;
}
