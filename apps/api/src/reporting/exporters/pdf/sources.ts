import type { UsageSources } from '@num-ecard/contracts/usage';
import { sourceName } from '@num-ecard/contracts/usage-vocabulary-names';
import { harmlessLine } from '../../../documents/harmless-text.js';
import { drawnOr } from '../../../documents/pdf-fonts.js';
import { tableHeight } from '../../../documents/pdf-table.js';
import { type Counted, writeCounted } from './counted-table.js';
import type { Section } from './section.js';

const MOST = { links: 15, referrers: 10 };

type Sources = Omit<UsageSources, 'period' | 'previous'>;

/** What brought the visits. */
export function writeSources(section: Section, sources: UsageSources, total: number): void {
  const { file, texts, locale } = section;
  const { previous } = sources;
  const used = sourcesOf(sources, section).filter(({ views }) => views > 0);
  const unused = sources.sources.filter(({ views }) => views === 0);
  file.heading(texts.sources, tableHeight(used.length));
  writeCounted(section, {
    head: texts.source,
    rows: used,
    before: previous && sourcesOf(previous, section),
    total,
    most: used.length,
    rest: 'referrers',
  });
  if (unused.length > 0) {
    const names = unused.map(({ source }) => sourceName(source, locale)).join(', ');
    file.remark(texts.noVisitsBy(names));
  }
  for (const part of ['links', 'referrers'] as const) {
    const rowsOf = part === 'links' ? linksOf : referrersOf;
    const rows = rowsOf(sources, section);
    if (rows.length === 0) continue;
    file.subheading(texts[part], tableHeight(Math.min(rows.length, MOST[part])));
    writeCounted(section, {
      head: part === 'links' ? texts.link : texts.referrer,
      rows,
      before: previous && rowsOf(previous, section),
      total,
      most: MOST[part],
      rest: part,
    });
  }
}

function sourcesOf({ sources }: Sources, { locale }: Section): Counted[] {
  return sources.map(({ source, views, clicks }) => ({
    key: source,
    name: sourceName(source, locale),
    views,
    clicks,
  }));
}

function linksOf({ links }: Sources, { texts }: Section): Counted[] {
  return links.map(({ code, label, deleted, views, clicks }) => {
    const name = drawnOr(harmlessLine(label), code);
    return { key: code, name: deleted ? texts.deleted(name) : name, views, clicks };
  });
}

function referrersOf({ referrers }: Sources): Counted[] {
  return referrers.map(({ host, views, clicks }) => ({ key: host, name: host, views, clicks }));
}
