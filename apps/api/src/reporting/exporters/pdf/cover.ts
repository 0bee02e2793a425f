import { calendarDay, rangeText, timeOfDay } from '@num-ecard/contracts/calendar';
import { durationText } from '@num-ecard/contracts/numbers';
import { harmlessLine } from '../../../documents/harmless-text.js';
import type { PdfFigure } from '../../../documents/pdf-tiles.js';
import { cardName, subjectName } from './card-names.js';
import { othersText } from './counted-table.js';
import type { Section } from './section.js';

/** Named on the cover; the table of cards has all. */
const CARDS_NAMED = 6;

/** Whose report, about what, and when it was written. */
export function writeCover(section: Section): void {
  const { file, texts, locale, report } = section;
  const { account, subject, period, previous, compare, sections } = report;
  file.cover({
    kind: subject.consolidated ? texts.kindOfCards : texts.kind,
    title: subjectName(section),
    lines: [section.period],
    ...(account.demo ? { mark: texts.demo } : {}),
    outline: sections.trends?.points.map(({ views }) => views) ?? [],
  });
  if (account.demo) file.remark(texts.demoNote);
  file.facts([
    { label: texts.account, value: harmlessLine(account.name) },
    ...(subject.consolidated ? [{ label: texts.cards, value: cardsNamed(section) }] : []),
    { label: texts.period, value: rangeText(period, locale) },
    {
      label: texts.comparedPeriod,
      value: previous === null ? texts.notCompared : `${section.previous} (${texts.before[compare]})`,
    },
    { label: texts.writtenAt, value: momentText(section, report.writtenAt) },
  ]);
  if (period.to >= calendarDay(new Date(report.writtenAt), report.timezone)) {
    file.gap();
    file.remark(texts.underWay);
  }
}

/** The totals of the period, and those of all time. */
export function writeFigures(section: Section): void {
  const { file, texts, report } = section;
  const { summary, trends } = report.sections;
  file.heading(texts.figures, 100);
  if (trends !== undefined) file.figures(totalsOf(section, trends));
  file.remark(everText(section, summary));
}

export function everText(
  section: Section,
  { views, clicks, lastVisitAt }: Section['report']['sections']['summary'],
): string {
  const ever = section.texts.everSentence(section.visits(views.total), section.clicks(clicks.total));
  if (lastVisitAt === null) return ever;
  return `${ever} ${section.texts.lastVisitSentence(momentText(section, lastVisitAt))}`;
}

function totalsOf(
  section: Section,
  { totals, previous }: NonNullable<Section['report']['sections']['trends']>,
): PdfFigure[] {
  const { texts, locale, report } = section;
  const { engagement } = report.sections;
  const count = (value: number) => section.count(value);
  const duration = (value: number | null) => durationText(value, locale);
  const names = { views: texts.visits, visitors: texts.visitors, clicks: texts.clicks } as const;
  const figures: PdfFigure[] = (['views', 'visitors', 'clicks'] as const).map((name) => ({
    label: names[name],
    value: count(totals[name]),
    change: section.compared(totals[name], previous?.totals[name], count),
  }));
  if (engagement === undefined) return figures;
  const { medianMs } = engagement;
  return [
    ...figures,
    {
      label: texts.median,
      value: duration(medianMs),
      change: section.compared(medianMs, engagement.previous?.medianMs, duration),
    },
  ];
}

function cardsNamed(section: Section): string {
  const { cards } = section.report.subject;
  const names = cards.slice(0, CARDS_NAMED).map(cardName).join(', ');
  const others = cards.length - CARDS_NAMED;
  return others > 0 ? section.texts.andOthers(names, othersText(section, 'cards', others)) : names;
}

/** `26 novembre 2026, 14:05 (Europe/Paris)` */
function momentText({ locale, report: { timezone } }: Section, at: string): string {
  const moment = new Date(at);
  const day = calendarDay(moment, timezone);
  return `${rangeText({ from: day, to: day }, locale)}, ${timeOfDay(moment, timezone, locale)} (${timezone})`;
}
