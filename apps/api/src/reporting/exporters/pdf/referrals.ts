import { bucketText, monthText } from '@num-ecard/contracts/calendar';
import { eurosText, shareText } from '@num-ecard/contracts/numbers';
import type { ReferralMetrics } from '@num-ecard/contracts/referral-metrics';
import type { Report } from '@num-ecard/contracts/report';
import { referralMonthText } from '@num-ecard/contracts/referral-month';
import { harmlessLine } from '../../../documents/harmless-text.js';
import { tableHeight } from '../../../documents/pdf-table.js';
import { firstOf, othersText, sumOf } from './counted-table.js';
import type { Section } from './section.js';

const STEPS = ['received', 'contacted', 'converted'] as const;
const COLORS = { received: 'main', contacted: 'besideTint', converted: 'good' } as const;
const MOST_AMBASSADORS = 5;
const CHART = 150;

/** What the network brought in the month, beside what the card was used for. */
export function writeReferrals(
  section: Section,
  { metrics, previous, trend, ambassadors }: NonNullable<Report['sections']['referrals']>,
): void {
  const { file, texts, locale } = section;
  file.heading(texts.referrals, CHART + 150);
  if (metrics.cohort.received === 0) file.paragraph(texts.noReferral);
  else writeMonth(section, metrics, previous);
  if (trend.months.some((month) => month.cohort.received > 0))
    file.seriesChart({
      alt: `${texts.referralTrend}. ${trend.months.map((month) => referralMonthText(month, locale)).join(' ')}`,
      height: CHART,
      names: trend.months.map(({ month }) => bucketText(`${month}-01`, 'month', locale)),
      series: STEPS.map((step) => ({
        name: texts[step],
        values: trend.months.map((month) => month.cohort[step]),
        kind: 'columns',
        color: COLORS[step],
      })),
      text: (value) => section.count(value),
    });
  if (ambassadors.length === 0) return;
  const { shown, others } = firstOf(ambassadors, MOST_AMBASSADORS);
  file.subheading(texts.ambassadors, tableHeight(shown.length));
  const table = file.table(
    [
      { heading: texts.rank, share: 8 },
      { heading: texts.ambassador, share: 40 },
      ...STEPS.map((step) => ({ heading: texts[step], share: 13, align: 'right' }) as const),
      { heading: texts.value, share: 18, align: 'right' },
    ],
    { named: 1 },
  );
  for (const { rank, name, valueCents, ...counts } of shown)
    table.row([
      String(rank),
      harmlessLine(name ?? texts.erasedAmbassador),
      ...STEPS.map((step) => section.count(counts[step])),
      eurosText(valueCents, locale),
    ]);
  if (others.length > 0)
    table.row([
      '',
      { text: othersText(section, 'ambassadors', others.length), tone: 'quiet' },
      ...STEPS.map((step) => section.count(sumOf(others, step))),
      eurosText(sumOf(others, 'valueCents'), locale),
    ]);
  table.end();
}

function writeMonth(
  section: Section,
  metrics: ReferralMetrics,
  { cohort: before, convertedValueCents: valueBefore }: ReferralMetrics,
): void {
  const { file, texts, locale } = section;
  const { cohort, convertedValueCents, month } = metrics;
  const count = (value: number) => section.count(value);
  const euros = (cents: number) => eurosText(cents, locale);
  file.paragraph(referralMonthText(metrics, locale));
  file.remark(texts.referralsHint(monthText(month, locale)));
  file.figures([
    ...STEPS.map((step) => ({
      label: texts[step],
      value: count(cohort[step]),
      change: section.compared(cohort[step], before[step], count),
    })),
    {
      label: texts.conversionRate,
      value: shareText(cohort.rate, locale),
      ...(before.rate === null
        ? {}
        : { change: { text: '', tone: 'quiet', note: texts.against(shareText(before.rate, locale)) } }),
    },
    {
      label: texts.value,
      value: euros(convertedValueCents),
      change: section.compared(convertedValueCents, valueBefore, euros),
    },
  ]);
}
