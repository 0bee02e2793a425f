import type { Report } from '@num-ecard/contracts/report';
import { writeCsv } from '../../documents/write-csv.js';

/** The tables of a report as one. */
export async function* usageCsv({ language, sections }: Report): AsyncGenerator<string, void, undefined> {
  const points = sections.trends?.points ?? [];
  yield* writeCsv(['jour', 'visites', 'clics'], batches(points), language);
}

async function* batches(points: readonly { start: string; views: number; clicks: number }[]) {
  yield points.map(({ start, views, clicks }) => [start, views, clicks]);
}
