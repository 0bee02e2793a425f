import { bucketText, monthText } from '@num-ecard/contracts/calendar';
import { eurosText, shareText } from '@num-ecard/contracts/numbers';
import type { Report } from '@num-ecard/contracts/report';
import { referralMonthText } from '@num-ecard/contracts/referral-month';
import { harmlessLine } from '../../../documents/harmless-text.js';
import { tableHeight } from '../../../documents/pdf-table.js';
import { firstOf } from './counted-table.js';
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
  const { cohort } = metrics;
  const count = (value: number | null) => section.count(value ?? 0);
  const euros = (value: number | null) => eurosText(value ?? 0, locale);
  file.heading(texts.referrals, CHART + 150);
  file.paragraph(referralMonthText(metrics, locale));
  file.remark(texts.referralsHint(monthText(metrics.month, locale)));
  file.figures([
    ...STEPS.map((step) => ({
      label: texts[step],
      value: section.count(cohort[step]),
      change: section.compared(cohort[step], previous.cohort[step], count),
    })),
    {
      label: texts.rate,
      value: shareText(cohort.rate, locale),
      change: {
        text: '',
        tone: 'quiet' as const,
        note: texts.against(shareText(previous.cohort.rate, locale)),
      },
    },
    {
      label: texts.value,
      value: eurosText(metrics.convertedValueCents, locale),
      change: section.compared(metrics.convertedValueCents, previous.convertedValueCents, euros),
    },
  ]);
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
  const { shown } = firstOf(ambassadors, MOST_AMBASSADORS);
  file.subheading(texts.ambassadors, tableHeight(shown.length));
  const table = file.table([
    { heading: texts.rank, share: 8 },
    { heading: texts.ambassador, share: 40 },
    { heading: texts.received, share: 13, align: 'right' },
    { heading: texts.contacted, share: 13, align: 'right' },
    { heading: texts.converted, share: 13, align: 'right' },
    { heading: texts.value, share: 18, align: 'right' },
  ]);
  for (const { rank, name, received, contacted, converted, valueCents } of shown)
    table.row([
      String(rank),
      harmlessLine(name ?? texts.erasedAmbassador),
      section.count(received),
      section.count(contacted),
      section.count(converted),
      eurosText(valueCents, locale),
    ]);
  table.end();
}
