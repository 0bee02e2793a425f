/** The monthly e-mail: what the owner sees of it before it comes, and what the operator sees of its way. */
import { z } from 'zod';
import { Month } from './referral-metrics.js';

/** How far a month's e-mail has come. */
export const REPORT_STATES = ['queued', 'retrying', 'sent', 'failed', 'not_wanted', 'withdrawn'] as const;
const ReportState = z
  .enum(REPORT_STATES)
  .describe(
    '`not_wanted`: the model lacked it or it was switched off when it was due; `withdrawn`: the same, when it was to be sent',
  );

const OVER =
  'a month that is over and of which all visits are kept; the last one, in the account’s time zone, unless given';

/** `GET /api/reports/monthly` */
export const MonthlyPreviewQuery = z.object({ month: Month.optional().describe(OVER) });
export type MonthlyPreviewQuery = z.infer<typeof MonthlyPreviewQuery>;

/** The e-mail of a month, as it would be sent now; files are attached when it is. */
export const MonthlyPreview = z
  .object({
    month: Month,
    subject: z.string(),
    html: z.string(),
    text: z.string(),
    files: z.array(z.string()).describe('names of what would be attached'),
  })
  .meta({ id: 'MonthlyPreview' });
export type MonthlyPreview = z.infer<typeof MonthlyPreview>;

/** `GET /api/reports/monthly/state` */
export const MonthlyState = z
  .object({
    last: z
      .object({ month: Month, state: ReportState, sentAt: z.iso.datetime().nullable() })
      .nullable()
      .describe('of the last month that was due; null before the first'),
    months: z.array(Month).describe('those that a report can be looked at of, latest first'),
  })
  .meta({ id: 'MonthlyState' });
export type MonthlyState = z.infer<typeof MonthlyState>;

/** `POST /api/reports/monthly/send` */
export const SendMonthlyReport = z
  .strictObject({ month: Month.optional().describe(OVER) })
  .meta({ id: 'SendMonthlyReport' });
export type SendMonthlyReport = z.infer<typeof SendMonthlyReport>;

export const SentMonthlyReport = z.object({ month: Month }).meta({ id: 'SentMonthlyReport' });
export type SentMonthlyReport = z.infer<typeof SentMonthlyReport>;

/** `GET /api/admin/reports` */
export const AdminReportsQuery = z.object({
  month: Month.optional().describe('the latest of which anything is decided unless given'),
});
export type AdminReportsQuery = z.infer<typeof AdminReportsQuery>;

/** How the e-mails of a month have come along. */
export const AdminReports = z
  .object({
    month: Month.nullable().describe('null while nothing is decided of any'),
    counts: z.record(ReportState, z.int().min(0)),
    troubled: z
      .array(
        z.object({
          accountId: z.uuid(),
          state: z.enum(['failed', 'retrying']),
          attempts: z.int().min(0),
        }),
      )
      .describe('those that the mail server has refused: the failed ones first; 500 at most'),
  })
  .meta({ id: 'AdminReports' });
export type AdminReports = z.infer<typeof AdminReports>;
