import { weekdayText } from '@num-ecard/contracts/calendar';
import { durationText } from '@num-ecard/contracts/numbers';
import type { UsageDevices, UsageEngagement, UsageFiltered, UsageHours } from '@num-ecard/contracts/usage';
import { deviceName, dropReasonName, familyName } from '@num-ecard/contracts/usage-vocabulary-names';
import { tableHeight } from '../../../documents/pdf-table.js';
import { type Counted, writeCounted } from './counted-table.js';
import type { Section } from './section.js';

const MOST_FAMILIES = 6;
const TIME_CHART = 150;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** How long visitors stay. */
export function writeTime(
  section: Section,
  { medianMs, averageMs, buckets, previous }: UsageEngagement,
): void {
  const { file, texts, locale } = section;
  file.heading(texts.time, TIME_CHART + 100);
  const duration = (value: number | null) => durationText(value, locale);
  file.figures([
    {
      label: texts.median,
      value: duration(medianMs),
      change: section.compared(medianMs, previous?.medianMs, duration),
    },
    {
      label: texts.average,
      value: duration(averageMs),
      change: section.compared(averageMs, previous?.averageMs, duration),
    },
  ]);
  const names = buckets.map(({ fromMs, toMs }) => {
    if (toMs === null) return texts.above(durationText(fromMs, locale));
    if (fromMs === 0) return texts.below(durationText(toMs, locale));
    return texts.between(durationText(fromMs, locale), durationText(toMs, locale));
  });
  const values = buckets.map(({ visits }) => visits);
  file.seriesChart({
    alt: `${texts.byDuration}\u00a0: ${names.map((name, index) => `${name} ${section.count(values[index] ?? 0)}`).join(', ')}.`,
    height: TIME_CHART,
    names,
    series: [
      { name: section.period, values, kind: 'columns', color: 'main' },
      ...(previous === undefined
        ? []
        : [
            {
              name: section.previous,
              values: previous.buckets.map(({ visits }) => visits),
              kind: 'columns',
              color: 'besideTint',
            } as const,
          ]),
    ],
    text: (value) => section.count(value),
  });
}

/** When they come. */
export function writeHours(section: Section, { hours }: UsageHours): void {
  const { file, texts, locale, report } = section;
  const most = hours.reduce((best, hour) => (hour.views > best.views ? hour : best));
  if (most.views === 0) return;
  const busiest = texts.busiest(
    weekdayText(most.weekday, locale, 'long'),
    texts.hourRange(most.hour),
    section.visits(most.views),
  );
  file.heading(texts.hours, 190);
  file.heatMap({
    alt: `${texts.hoursChart}. ${busiest}`,
    rows: WEEKDAYS.map((weekday) => ({
      name: weekdayText(weekday, locale, 'short'),
      values: HOURS.map((hour) => hours[(weekday - 1) * HOURS.length + hour]?.views ?? 0),
    })),
    names: HOURS.map((hour) => (hour % 3 === 0 ? texts.hour(hour) : '')),
    less: texts.less,
    more: texts.more,
  });
  file.remark(`${busiest} ${texts.localTime(report.timezone)}.`);
}

/** With what they open the card. */
export function writeDevices(section: Section, devices: UsageDevices, total: number): void {
  const { file, texts } = section;
  const { previous } = devices;
  const parts = [
    ['devices', texts.device, devicesOf],
    ['browsers', texts.browser, browsersOf],
    ['systems', texts.system, systemsOf],
  ] as const;
  file.heading(texts.devices, tableHeight(5));
  for (const [part, head, rowsOf] of parts) {
    const rows = rowsOf(devices, section).filter(({ views }) => views > 0);
    if (rows.length === 0) continue;
    if (part !== 'devices') file.subheading(texts[part], tableHeight(Math.min(rows.length, MOST_FAMILIES)));
    writeCounted(section, {
      head,
      rows,
      before: previous && rowsOf(previous, section),
      total,
      most: MOST_FAMILIES,
      rest: part === 'devices' ? 'systems' : part,
    });
  }
}

/** What was received and is no visit. */
export function writeFiltered(section: Section, { views, clicks, reasons }: UsageFiltered): void {
  if (views === 0 && clicks === 0) return;
  const { file, texts, locale } = section;
  const found = reasons.filter((reason) => reason.views > 0 || reason.clicks > 0);
  file.heading(texts.filtered, tableHeight(found.length) + 20);
  file.remark(texts.filteredHint);
  const table = file.table(
    [
      { heading: texts.reason, share: 60 },
      { heading: texts.openings, share: 20, align: 'right' },
      { heading: texts.clicks, share: 20, align: 'right' },
    ],
    { named: 0 },
  );
  for (const reason of found)
    table.row([
      dropReasonName(reason.reason, locale),
      section.count(reason.views),
      section.count(reason.clicks),
    ]);
  table.row([texts.total, section.count(views), section.count(clicks)], 'total');
  table.end();
}

type Devices = Omit<UsageDevices, 'period' | 'previous'>;

function devicesOf({ devices }: Devices, { locale }: Section): Counted[] {
  return devices.map(({ device, views, clicks }) => ({
    key: device,
    name: deviceName(device, locale),
    views,
    clicks,
  }));
}

function browsersOf({ browsers }: Devices, { locale }: Section): Counted[] {
  return browsers.map(({ browser: key, views, clicks }) => ({
    key,
    name: familyName(key, locale),
    views,
    clicks,
  }));
}

function systemsOf({ systems }: Devices, { locale }: Section): Counted[] {
  return systems.map(({ system: key, views, clicks }) => ({
    key,
    name: familyName(key, locale),
    views,
    clicks,
  }));
}
