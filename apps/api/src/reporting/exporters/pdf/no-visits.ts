import { everText } from './cover.js';
import type { Section } from './section.js';

/** Instead of pages of zeros: what there was before, and what brings visits. */
export function writeNoVisits(section: Section): void {
  const { file, texts, report } = section;
  const { trends, summary, filtered } = report.sections;
  file.heading(texts.none);
  file.remark(everText(section, summary));
  const before = trends?.previous?.totals.views ?? 0;
  if (before > 0) file.paragraph(texts.noneBefore(section.visits(before), section.previousInSentence));
  if (filtered !== undefined && filtered.views > 0)
    file.paragraph(texts.noneFiltered(filtered.views, section.count(filtered.views)));
  file.paragraph(texts.noneHint);
  file.list(texts.noneHow);
}
