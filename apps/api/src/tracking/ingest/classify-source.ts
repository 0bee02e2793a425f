import { OWN_SOURCES, type Source } from '@num-ecard/contracts/usage-vocabulary';

export interface VisitSource {
  readonly source: Source;
  /** Of a named link. */
  readonly linkCode: string | null;
  /** Of a visit that another site led to. */
  readonly referrerHost: string | null;
}

const LINK_CODE = /^[A-Za-z0-9_-]{1,32}$/;

/**
 * How a visit came in: by the product's own mark (`?s=`, `?k=` for a named link), else by the referrer, else
 * directly. Of both addresses nothing else is kept: campaign parameters and paths can tell who somebody is.
 */
export function classifySource(url: string | undefined, referrer: string | undefined): VisitSource {
  const page = parse(url);
  const code = page?.searchParams.get('k') ?? null;
  const linkCode = code !== null && LINK_CODE.test(code) ? code : null;
  const mark = page?.searchParams.get('s') ?? null;
  const own = OWN_SOURCES.find((source) => source === mark);
  if (own !== undefined) return { source: own, linkCode, referrerHost: null };
  if (linkCode !== null) return { source: 'link', linkCode, referrerHost: null };
  const from = parse(referrer);
  // A reload or a step within the page's own site brings nobody.
  if (from === undefined || from.host === page?.host)
    return { source: 'direct', linkCode, referrerHost: null };
  return { source: 'site', linkCode, referrerHost: from.hostname.replace(/^www\./, '') };
}

function parse(address: string | undefined): URL | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const parsed = new URL(address);
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : undefined;
}
