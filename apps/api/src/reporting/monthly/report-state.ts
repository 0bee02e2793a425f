/** How far a month's e-mail has come, in SQL: `m` is its row, `d` that of its delivery. What is no longer meant has a delivery no more. */
export const REPORT_STATE = `CASE WHEN m.delivery_id IS NULL THEN 'not_wanted' ELSE coalesce(d.state, 'withdrawn') END`;
export const REPORT_DELIVERY = `LEFT JOIN mail_deliveries d ON d.account_id = m.account_id AND d.delivery_id = m.delivery_id`;
