import type { Locale } from '@num-ecard/contracts/locale';
import { type CsvCell, writeCsv } from '../../documents/write-csv.js';
import { fileTexts } from './file-texts.js';
import type { MeasuredMonths } from './measured-months.js';
import { metricsTexts } from './metrics-texts.js';

/** Twelve months, oldest first, then the ambassadors of the last; one table, so that any program reads it. */
export function metricsCsv(
  { month: last, months, ambassadors }: MeasuredMonths,
  locale: Locale,
): AsyncGenerator<string, void, undefined> {
  const texts = metricsTexts(locale);
  const { erasedAmbassador, ambassador, value } = fileTexts(locale);
  const rows: CsvCell[][] = [
    ...months.map(({ month, cohort, activity, ...more }) => [
      texts.month,
      month,
      null,
      null,
      cohort.received,
      cohort.contacted,
      cohort.appointments,
      cohort.converted,
      cohort.lost,
      cohort.rate,
      activity.contacted,
      activity.converted,
      more.medianHoursToContact,
      more.contactedWithin24h,
      more.convertedValueCents / 100,
    ]),
    ...ambassadors.map(({ rank, name, received, contacted, converted, valueCents }) => [
      ambassador,
      last,
      rank,
      name ?? erasedAmbassador,
      received,
      contacted,
      null,
      converted,
      null,
      null,
      null,
      null,
      null,
      null,
      valueCents / 100,
    ]),
  ];
  const head = [
    texts.section,
    texts.month,
    texts.rank,
    ambassador,
    texts.received,
    texts.contacted,
    texts.appointments,
    texts.converted,
    texts.lost,
    texts.rate,
    texts.contactsMade,
    texts.clientsWon,
    texts.medianHours,
    texts.within24h,
    value,
  ];
  return writeCsv(head, batch(rows), locale);
}

async function* batch(rows: CsvCell[][]): AsyncGenerator<CsvCell[][], void, undefined> {
  yield rows;
}
