/** The monthly e-mail, drawn from a report; pure. */
import { countText, durationText, shareText } from '@num-ecard/contracts/numbers';
import type { Report } from '@num-ecard/contracts/report';
import { CONTACT_TARGETS } from '@num-ecard/contracts/usage-vocabulary';
import { mailTemplate } from '../../notifications/mail/mail-template.js';
import { printable } from '../../notifications/mail/render-mail.js';
import { chartBars, chartParts } from './month-chart.js';
import { monthlySentences } from './monthly-sentences.js';
import { monthlyTexts } from './monthly-texts.js';
import { changeWord, dayOfMonthWord, dayWord, periodWord, shortDayWord } from './monthly-words.js';

const CARDS_SHOWN = 5;

export interface MonthlyMailOptions {
  readonly publicUrl: string;
  /** Where the link leads that stops these e-mails. */
  readonly stopUrl: string;
  /** What waits for the owner of referrals today; undefined where the model has none. */
  readonly waiting: number | undefined;
  readonly files: readonly string[];
}

const template = mailTemplate('monthly');

export function monthlyMail(report: Report, options: MonthlyMailOptions) {
  const words = wordsOf(report, options);
  return { subject: words.subject, html: template(words), text: plainText(words) };
}

/** Whether the month had any visit. */
export function hasVisits({ sections }: Report): boolean {
  return (sections.trends?.totals.views ?? 0) > 0;
}

function wordsOf(report: Report, options: MonthlyMailOptions) {
  const { language: locale, subject, period } = report;
  const texts = monthlyTexts(locale);
  const [month, when] = [period.from.slice(0, 7), periodWord(period, locale)];
  const several = subject.cards.length > 1;
  const visits = report.sections.trends?.totals.views ?? 0;
  const isEmpty = visits === 0;
  const sentences = monthlySentences(report).map((sentence) => printable(sentence, locale));
  const intro = isEmpty ? texts.none(when, several) : texts.intro(when, several);
  return {
    locale,
    texts,
    subject: isEmpty ? texts.subjectOfNone(when, several) : texts.subject(when, texts.count(visits), several),
    preheader: sentences[0] ?? intro,
    heading: texts.heading(month, several),
    hello: printable(texts.hello(report.account.name), locale),
    demo: report.account.demo ? texts.demo : '',
    gone: period.from.endsWith('-01') ? '' : texts.gone(dayOfMonthWord(period.from, locale)),
    intro,
    advice: isEmpty ? texts.advice : [],
    figures: isEmpty ? [] : figuresOf(report),
    chart: isEmpty ? null : chartOf(report),
    sentences,
    cards: isEmpty ? null : cardsOf(report),
    referrals: referralsOf(report, options),
    actions: isEmpty ? cardActions(report, options) : [dashboardAction(report, options)],
    notes: [
      ...(options.files.length === 0 ? [] : [texts.attached(options.files.join(texts.and))]),
      texts.why,
    ],
    stop: { label: texts.stop, url: options.stopUrl },
  };
}

type Words = ReturnType<typeof wordsOf>;

function figuresOf({ language: locale, sections, previous }: Report) {
  const texts = monthlyTexts(locale);
  const { trends, clicks, engagement } = sections;
  const contacts = (targets: readonly { target: string; clicks: number }[] = []) =>
    targets
      .filter(({ target }) => (CONTACT_TARGETS as readonly string[]).includes(target))
      .reduce((sum, target) => sum + target.clicks, 0);
  const change = (now: number, before: number | undefined) =>
    previous === null || before === undefined
      ? ''
      : changeWord(now, before, previous.from.slice(0, 7), locale);
  const [views, visitors] = [trends?.totals.views ?? 0, trends?.totals.visitors ?? 0];
  const pressed = contacts(clicks?.targets);
  const [time, before] = [engagement?.medianMs ?? null, engagement?.previous?.medianMs ?? null];
  return [
    {
      label: texts.visits,
      value: countText(views, locale),
      change: change(views, trends?.previous?.totals.views),
      hint: '',
    },
    {
      label: texts.visitors,
      value: countText(visitors, locale),
      change: change(visitors, trends?.previous?.totals.visitors),
      hint: texts.visitorsHint,
    },
    {
      label: texts.contacts,
      value: countText(pressed, locale),
      change: change(pressed, clicks?.previous && contacts(clicks.previous.targets)),
      hint: '',
    },
    {
      label: texts.time,
      value: durationText(time, locale),
      change:
        previous === null || before === null
          ? ''
          : texts.timeBefore(durationText(before, locale), previous.from.slice(0, 7)),
      hint: texts.timeHint,
    },
  ];
}

function chartOf({ language: locale, sections }: Report) {
  const texts = monthlyTexts(locale);
  const points = sections.trends?.points ?? [];
  const bars = chartBars(points);
  const parts = chartParts(points).map(({ from, to, views }) =>
    texts.days(shortDayWord(from, locale), shortDayWord(to, locale), texts.count(views)),
  );
  const best = points.reduce((most, point) => (point.views > most.views ? point : most), points[0]!);
  return {
    bars,
    parts,
    alternative: `${texts.chart}${locale === 'fr' ? '\u00a0:' : ':'} ${parts.join(locale === 'fr' ? '\u00a0; ' : '; ')}.`,
    most: texts.most(texts.count(best.views), dayWord(best.start, locale)),
    from: shortDayWord(points[0]?.start ?? '', locale),
    to: shortDayWord(points.at(-1)?.start ?? '', locale),
  };
}

function cardsOf({ language: locale, sections }: Report) {
  const rows = sections.cards?.rows ?? [];
  if (rows.length < 2) return null;
  return {
    rows: rows.slice(0, CARDS_SHOWN).map(({ card, views, clicks }) => ({
      title: printable(card.title, locale),
      views: countText(views, locale),
      clicks: countText(clicks, locale),
    })),
    more: rows.length > CARDS_SHOWN ? monthlyTexts(locale).moreCards(rows.length - CARDS_SHOWN) : '',
  };
}

function referralsOf({ language: locale, sections, period }: Report, options: MonthlyMailOptions) {
  const { referrals } = sections;
  if (referrals === undefined) return null;
  const texts = monthlyTexts(locale);
  const { received, contacted, converted, rate } = referrals.metrics.cohort;
  const count = (value: number) => countText(value, locale);
  return {
    facts: [
      [texts.received, count(received)],
      [texts.contacted, count(contacted)],
      [texts.converted, count(converted)],
      [texts.rate, rate === null ? '—' : shareText(rate, locale)],
      ...(options.waiting === undefined ? [] : [[texts.waiting, count(options.waiting)]]),
    ].map(([label = '', value = '']) => ({ label, value })),
    action: {
      label: texts.openResults,
      url: `${options.publicUrl}/referrals/results?month=${period.from.slice(0, 7)}`,
    },
  };
}

function dashboardAction({ language, subject, period }: Report, { publicUrl }: MonthlyMailOptions) {
  const search = new URLSearchParams({
    ...(subject.consolidated && subject.cards.length > 1 ? { card: '*' } : {}),
    period: 'custom',
    from: period.from,
    to: period.to,
  });
  return { label: monthlyTexts(language).open, url: `${publicUrl}/trends?${search.toString()}` };
}

function cardActions({ language, subject }: Report, { publicUrl }: MonthlyMailOptions) {
  const texts = monthlyTexts(language);
  const address = `${publicUrl}/c/${subject.cards[0]?.slug ?? ''}`;
  return [
    { label: texts.seeQr, url: `${address}/qr` },
    { label: texts.seeCard, url: address },
  ];
}

function plainText(words: Words): string {
  const { texts, locale, chart, cards, referrals } = words;
  const colon = locale === 'fr' ? '\u00a0:' : ':';
  const line = (label: string, value: string, more = '') =>
    `${label}${colon} ${value}${more && ` (${more})`}`;
  const block = (title: string, lines: readonly string[]) => [title, ...lines].join('\n');
  return [
    words.heading,
    words.demo,
    words.hello,
    words.gone,
    words.intro,
    words.advice.map((advice) => `- ${advice}`).join('\n'),
    words.figures.length > 0 &&
      block(
        texts.figures,
        words.figures.map(({ label, value, change }) => line(label, value, change)),
      ),
    words.sentences.length > 0 &&
      block(
        texts.changed,
        words.sentences.map((sentence) => `- ${sentence}`),
      ),
    chart && block(texts.chart, [...chart.parts, chart.most]),
    cards &&
      block(texts.cards, [
        ...cards.rows.map(({ title, views, clicks }) =>
          line(title, `${texts.visits} ${views}, ${texts.clicks} ${clicks}`),
        ),
        ...(cards.more ? [cards.more] : []),
      ]),
    referrals &&
      block(
        texts.referrals,
        referrals.facts.map(({ label, value }) => line(label, value)),
      ),
    ...[...words.actions, ...(referrals ? [referrals.action] : [])].map(
      ({ label, url }) => `${label}${colon}\n${url}`,
    ),
    ...words.notes,
    `${words.stop.label}${colon}\n${words.stop.url}`,
    '--\nNUM-ECARD',
  ]
    .filter((part) => part)
    .join('\n\n');
}
