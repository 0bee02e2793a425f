import type { Readable } from 'node:stream';
import { bucketText, monthText, startingUpper } from '@num-ecard/contracts/calendar';
import type { Locale } from '@num-ecard/contracts/locale';
import { countText, eurosText, shareText, waitText } from '@num-ecard/contracts/numbers';
import type { ReferralMetrics } from '@num-ecard/contracts/referral-metrics';
import { referralMonthText } from '@num-ecard/contracts/referral-month';
import { harmlessLine } from '../../documents/harmless-text.js';
import { PdfFile } from '../../documents/pdf-file.js';
import { tableHeight } from '../../documents/pdf-table.js';
import { localDay } from '../../clocks/local-time.js';
import { fileTexts } from './file-texts.js';
import type { MeasuredMonths } from './measured-months.js';
import { metricsTexts } from './metrics-texts.js';
import { Moments } from './moments.js';

export interface MetricsDocument extends MeasuredMonths {
  readonly owner: { readonly name: string; readonly timezone: string; readonly demo: boolean };
  readonly locale: Locale;
  readonly writtenAt: Date;
}

const STEPS = ['received', 'contacted', 'converted'] as const;
const COLORS = { received: 'main', contacted: 'besideTint', converted: 'good' } as const;
const CHART = 170;
const MOST_AMBASSADORS = 30;
/** How a figure is written that there is none of. */
const NONE = '—';

/** A month of referrals as a document to hand over, beside the twelve months that it ends. */
export function metricsPdf(document: MetricsDocument): Readable {
  const { locale, writtenAt, month, months, owner } = document;
  const texts = metricsTexts(locale);
  const inSentence = monthText(month, locale);
  const name = startingUpper(inSentence);
  const file = new PdfFile({
    title: `${texts.title}, ${inSentence}`,
    locale,
    createdAt: writtenAt,
    foot: [texts.title, name, owner.demo ? texts.demo : undefined].filter(Boolean).join(' · '),
  });
  file.cover({
    kind: texts.title,
    title: name,
    lines: [harmlessLine(owner.name)],
    outline: months.map(({ cohort }) => cohort.received),
    ...(owner.demo ? { mark: texts.demo } : {}),
  });
  const moments = new Moments(locale, owner.timezone);
  file.remark(`${fileTexts(locale).writtenAt(moments.exactly(writtenAt))} (${owner.timezone})`);
  if (month >= localDay(writtenAt, owner.timezone).slice(0, 7)) file.remark(texts.underWay);
  const metrics = months.at(-1);
  if (metrics !== undefined) writeMonth(file, metrics, months.at(-2), locale);
  writeTrend(file, document);
  writeAmbassadors(file, document);
  file.end();
  return file.stream;
}

function writeMonth(
  file: PdfFile,
  metrics: ReferralMetrics,
  previous: ReferralMetrics | undefined,
  locale: Locale,
): void {
  const texts = metricsTexts(locale);
  const { cohort, activity, month } = metrics;
  const count = (value: number) => countText(value, locale);
  file.heading(texts.sentence, 100);
  file.paragraph(referralMonthText(metrics, locale));
  const compared = (text: (of: ReferralMetrics) => string) => {
    const before = previous === undefined ? NONE : text(previous);
    return before === NONE ? undefined : { text: '', tone: 'quiet' as const, note: texts.before(before) };
  };
  file.figures(
    (
      [
        [texts.rate, (of) => shareText(of.cohort.rate, locale)],
        [texts.median, (of) => waitText(of.medianHoursToContact, locale)],
        [texts.within24h, (of) => shareText(of.contactedWithin24h, locale)],
        [texts.value, (of) => eurosText(of.convertedValueCents, locale)],
      ] as const satisfies readonly (readonly [string, (of: ReferralMetrics) => string])[]
    ).map(([label, text]) => ({ label, value: text(metrics), change: compared(text) })),
  );
  file.heading(texts.funnel, tableHeight(STEPS.length));
  if (cohort.received === 0) file.paragraph(texts.none);
  else {
    const table = file.table(
      [
        { heading: texts.step, share: 60 },
        { heading: texts.prospects, share: 20, align: 'right' },
        { heading: texts.share, share: 20, align: 'right' },
      ],
      { named: 0 },
    );
    for (const step of STEPS) {
      const share = cohort[step] / cohort.received;
      table.row([{ text: texts[step], bar: share }, count(cohort[step]), shareText(share, locale)]);
    }
    table.end();
  }
  const monthName = monthText(month, locale);
  file.heading(texts.figures, 120);
  file.subheading(texts.receivedIn(monthName), 90);
  file.facts([
    ...(['received', 'contacted', 'appointments', 'converted', 'lost'] as const).map((figure) => ({
      label: texts[figure],
      value: count(cohort[figure]),
    })),
    { label: texts.rate, value: shareText(cohort.rate, locale) },
  ]);
  file.gap();
  file.subheading(texts.doneIn(monthName), 50);
  file.facts([
    { label: texts.contactsMade, value: count(activity.contacted) },
    { label: texts.clientsWon, value: count(activity.converted) },
  ]);
}

function writeTrend(file: PdfFile, { months, locale }: MetricsDocument): void {
  const texts = metricsTexts(locale);
  const nameOf = (month: string) => bucketText(`${month}-01`, 'month', locale);
  file.heading(texts.trend, CHART + 20);
  file.remark(texts.trendHint);
  if (months.some(({ cohort }) => cohort.received > 0))
    file.seriesChart({
      alt: `${texts.trendChart} ${months.map((month) => referralMonthText(month, locale)).join(' ')}`,
      height: CHART,
      names: months.map(({ month }) => nameOf(month)),
      series: STEPS.map((step) => ({
        name: texts[step],
        values: months.map(({ cohort }) => cohort[step]),
        kind: 'columns',
        color: COLORS[step],
      })),
      text: (value) => countText(value, locale),
    });
  file.keep(tableHeight(months.length));
  const table = file.table(
    [
      { heading: texts.month, share: 20 },
      ...STEPS.map((step) => ({ heading: texts[step], share: 14, align: 'right' }) as const),
      { heading: texts.rate, share: 18, align: 'right' },
      { heading: texts.value, share: 18, align: 'right' },
    ],
    { named: 0 },
  );
  for (const { month, cohort, convertedValueCents } of months)
    table.row([
      nameOf(month),
      ...STEPS.map((step) => countText(cohort[step], locale)),
      shareText(cohort.rate, locale),
      eurosText(convertedValueCents, locale),
    ]);
  table.end();
}

function writeAmbassadors(file: PdfFile, { ambassadors, locale }: MetricsDocument): void {
  if (ambassadors.length === 0) return;
  const texts = metricsTexts(locale);
  const { ambassador, erasedAmbassador } = fileTexts(locale);
  const shown = ambassadors.slice(0, MOST_AMBASSADORS);
  file.heading(texts.ambassadors, tableHeight(Math.min(shown.length, 5)));
  const table = file.table(
    [
      { heading: texts.rank, share: 10 },
      { heading: ambassador, share: 40 },
      ...STEPS.map((step) => ({ heading: texts[step], share: 13, align: 'right' }) as const),
      { heading: texts.value, share: 18, align: 'right' },
    ],
    { named: 1 },
  );
  for (const { rank, name, valueCents, ...counts } of shown)
    table.row([
      String(rank),
      harmlessLine(name ?? erasedAmbassador),
      ...STEPS.map((step) => countText(counts[step], locale)),
      eurosText(valueCents, locale),
    ]);
  table.end();
  const others = ambassadors.length - shown.length;
  if (others > 0) file.remark(texts.others(others, countText(others, locale)));
}
