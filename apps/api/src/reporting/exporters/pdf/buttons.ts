import { shareText } from '@num-ecard/contracts/numbers';
import type { UsageClicks } from '@num-ecard/contracts/usage';
import type { UsageSummary } from '@num-ecard/contracts/usage-summary';
import { targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import { type PdfColumn, tableHeight } from '../../../documents/pdf-table.js';
import { firstOf, othersText, sumOf } from './counted-table.js';
import type { Section } from './section.js';

const MOST = 16;

/** Which buttons were pressed, and in how many of the visits. */
export function writeButtons(section: Section, { targets, previous }: UsageClicks): void {
  const { file, texts, locale } = section;
  const { shown, others } = firstOf(targets, MOST);
  const largest = Math.max(0, ...shown.map(({ clicks }) => clicks));
  const before = previous && new Map(previous.targets.map(({ target, clicks }) => [target, clicks]));
  file.heading(texts.buttons, tableHeight(shown.length));
  const columns: PdfColumn[] = [
    { heading: texts.button, share: 40 },
    { heading: texts.clicks, share: 12, align: 'right' },
    ...(before ? [{ heading: texts.change, share: 15, align: 'right' } as const] : []),
    { heading: texts.visitsWithClick, share: 17, align: 'right' },
    { heading: texts.clickShare, share: 16, align: 'right' },
  ];
  const table = file.table(columns, { named: 0 });
  for (const { target, clicks, visits, rate } of shown)
    table.row([
      { text: targetName(target, locale), bar: largest === 0 ? 0 : clicks / largest },
      section.count(clicks),
      ...(before ? [section.change(clicks, before.get(target) ?? 0)] : []),
      section.count(visits),
      shareText(rate, locale),
    ]);
  if (others.length > 0)
    table.row([
      { text: othersText(section, 'buttons', others.length), bar: 0, tone: 'quiet' },
      section.count(sumOf(others, 'clicks')),
      ...(before ? [''] : []),
      '',
      '',
    ]);
  table.end();
  file.remark(texts.buttonsHint);
}

/** For a model that knows the clicks of all time and of today alone. */
export function writeButtonsEver(section: Section, { clicks: { byTarget } }: UsageSummary): void {
  const { file, texts, locale } = section;
  const { shown, others } = firstOf(byTarget, MOST);
  const largest = Math.max(0, ...shown.map(({ total }) => total));
  file.heading(texts.buttonsEver, tableHeight(shown.length));
  const table = file.table(
    [
      { heading: texts.button, share: 60 },
      { heading: texts.clicks, share: 20, align: 'right' },
      { heading: texts.today, share: 20, align: 'right' },
    ],
    { named: 0 },
  );
  for (const { target, total, today } of shown)
    table.row([
      { text: targetName(target, locale), bar: largest === 0 ? 0 : total / largest },
      section.count(total),
      section.count(today),
    ]);
  if (others.length > 0)
    table.row([
      { text: othersText(section, 'buttons', others.length), bar: 0, tone: 'quiet' },
      section.count(sumOf(others, 'total')),
      section.count(sumOf(others, 'today')),
    ]);
  table.end();
}
