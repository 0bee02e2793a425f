import type { DropStep } from './beacon.js';

const AHEAD = /\b(?:prefetch|prerender|preview)/i;

/**
 * Pages that a browser loads ahead or for a thumbnail: nobody has looked. A page that was prerendered and is then
 * shown sends its beacons afterwards, without the header, and counts.
 */
export const dropPrefetch: DropStep = ({ circumstances: { purpose } }) =>
  AHEAD.test(purpose) ? 'prefetch' : null;

/**
 * What the browser says a request is for: the standard header and the older ones that engines sent before it, in one
 * text; `''` for a request that makes no such statement. Shape: `prefetch;prerender`, `preview`…
 */
export function statedPurpose(headers: Readonly<Record<string, string | string[] | undefined>>): string {
  const stated = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].flatMap((name) => headers[name] ?? []);
  return stated.length === 0 ? '' : stated.join(' ');
}
