import type { UsageSources } from '@num-ecard/contracts/usage';
import { SOURCES } from '@num-ecard/contracts/usage-vocabulary';
import type { LinkLabel } from '../query/named-link-labels.query.js';
import type { KeyFigures } from '../query/usage-breakdown.query.js';
import { keyParts, mostViewed, summedBy, told } from './figures.js';

/**
 * How visits came in, by source, by referring host and by named link.
 * @param rows by `source/link code/referring host`
 * @param labels of the named links that there are; one card's links where the figures are one card's
 */
export function sources(
  rows: readonly KeyFigures[],
  labels: readonly LinkLabel[],
): Pick<UsageSources, 'sources' | 'referrers' | 'links'> {
  const bySource = summedBy(rows, (key) => keyParts(key)[0]);
  const byHost = summedBy(rows, (key) => keyParts(key)[2]);
  const byCode = summedBy(rows, (key) => keyParts(key)[1]);
  const labelOf = new Map(labels.map(({ code, label }) => [code, label]));
  const codes = new Set([...labelOf.keys(), ...byCode.keys()]);
  return {
    sources: mostViewed(
      SOURCES.map((source) => told({ source }, bySource.get(source))),
      ({ source }) => String(SOURCES.indexOf(source)),
    ),
    referrers: mostViewed(
      Array.from(byHost, ([host, figures]) => told({ host }, figures)),
      ({ host }) => host,
    ),
    links: mostViewed(
      Array.from(codes, (code) => {
        const label = labelOf.get(code);
        return told({ code, label: label ?? code, deleted: label === undefined }, byCode.get(code));
      }),
      ({ code, label }) => `${label} ${code}`,
    ),
  };
}
