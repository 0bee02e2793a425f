import { randomUUID } from 'node:crypto';
import { type Place, UNKNOWN_PLACE } from '../../src/geo/place.js';
import { Ingest } from '../../src/tracking/ingest/ingest.service.js';
import { ensurePartitions } from '../../src/tracking/store/partitions.js';
import type { RunningApp } from './app.js';
import { BROWSER } from './client.js';

/** Visits at a moment, which is told to the ingest itself: no beacon may say it is of long ago. */
export async function givenVisits(
  { app, dataSource }: RunningApp,
  card: string,
  at: Date,
  visits: readonly { target?: string; source?: string; place?: Place }[],
): Promise<void> {
  await ensurePartitions(dataSource, at, at);
  for (const [index, { target, source = 'qr', place }] of visits.entries()) {
    const url = `https://example.test/c/${card}?s=${source}`;
    const click = target === undefined ? [] : [{ id: randomUUID(), type: 'click' as const, age: 0, target }];
    await app.get(Ingest).take(
      {
        card,
        visit: randomUUID(),
        events: [
          { id: randomUUID(), type: 'view', age: 1, url },
          ...click,
          { id: randomUUID(), type: 'engagement', age: 0, engagedMs: 4_000 + index * 1_000 },
        ],
      },
      {
        purpose: '',
        measured: true,
        signedInAccountId: null,
        address: `198.51.100.${index + 1}`,
        userAgent: BROWSER,
        place: () => place ?? UNKNOWN_PLACE,
      },
      at,
    );
  }
}

/** As if the account had been there for a year more. */
export async function makeOlder({ dataSource }: RunningApp, accountId: string): Promise<void> {
  await dataSource.query(
    `UPDATE accounts SET created_at = created_at - interval '2 years' WHERE account_id = $1`,
    [accountId],
  );
}
