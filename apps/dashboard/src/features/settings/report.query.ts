import { MonthlyPreview, MonthlyState, SentMonthlyReport } from '@num-ecard/contracts/monthly-report';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendForJson } from '../../lib/http';

const ROUTE = '/api/reports/monthly';

/** `GET /api/reports/monthly/state` */
export const reportStateQuery = queryOptions({
  queryKey: ['report', 'state'],
  queryFn: ({ signal }) => getJson(`${ROUTE}/state`, MonthlyState, { signal }),
});

/** `GET /api/reports/monthly`. @param month `YYYY-MM` */
export const reportPreviewQuery = (month: string) =>
  queryOptions({
    queryKey: ['report', 'preview', month],
    queryFn: ({ signal }) => getJson(`${ROUTE}?month=${month}`, MonthlyPreview, { signal }),
    // It is written by the language and the figures of the moment.
    staleTime: 0,
  });

/** `POST /api/reports/monthly/send`. Throws `RequestError`. */
export function sendReport(month: string): Promise<SentMonthlyReport> {
  return sendForJson('POST', `${ROUTE}/send`, { month }, SentMonthlyReport);
}
