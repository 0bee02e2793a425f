import type { Report } from '@num-ecard/contracts/report';
import type { UsageVisits } from '@num-ecard/contracts/usage';
import { writeCsv } from '../../documents/write-csv.js';

/** One line a visit, latest first. */
export async function* visitsCsv(
  { language }: Report,
  visits: AsyncIterable<UsageVisits['visits']>,
): AsyncGenerator<string, void, undefined> {
  yield* writeCsv(['moment', 'carte', 'source'], rows(visits), language);
}

async function* rows(batches: AsyncIterable<UsageVisits['visits']>) {
  for await (const visits of batches) yield visits.map(({ at, card, source }) => [at, card.slug, source]);
}
