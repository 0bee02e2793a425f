import { z } from 'zod';
import { ValidationFailed } from '../../http/problem-error.js';
import type { RecommendationPlace } from '../query/recommendation-page.query.js';

const Place = z.tuple([z.iso.datetime({ precision: 6 }).regex(/^(?:19|2\d)/), z.uuid()]);

/** A page's end as the next one is asked for; means nothing to whoever holds it. */
export function cursorAfter(row: { readonly receivedAtExactly: string; readonly id: string }): string {
  return Buffer.from(`${row.receivedAtExactly} ${row.id}`).toString('base64url');
}

/** @throws {ValidationFailed} for what is no cursor */
export function placeOf(cursor: string): RecommendationPlace {
  const place = Place.safeParse(Buffer.from(cursor, 'base64url').toString('utf8').split(' '));
  if (!place.success)
    throw new ValidationFailed([{ path: 'cursor', message: 'must be the `next` of an answer' }]);
  const [receivedAt, id] = place.data;
  return { receivedAt, id };
}
