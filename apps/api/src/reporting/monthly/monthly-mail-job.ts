import { Month } from '@num-ecard/contracts/referral-metrics';
import { z } from 'zod';
import type { MonthlyReport } from './monthly-report.entity.js';

export const MONTHLY_REPORT = 'monthly-report';

/** What is queued of a monthly e-mail. `asked`: by the owner, and so whether or not it is to come by itself. */
export const MonthlyMailJob = z.object({ accountId: z.uuid(), month: Month, asked: z.boolean() });
export type MonthlyMailJob = z.infer<typeof MonthlyMailJob>;

/** The month's own e-mail, as it is queued. */
export function mailOf({
  accountId,
  month,
  deliveryId,
}: Pick<MonthlyReport, 'accountId' | 'month'> & { readonly deliveryId: string }) {
  const of: MonthlyMailJob = { accountId, month, asked: false };
  return { composer: MONTHLY_REPORT, of, delivery: { accountId, id: deliveryId } };
}
