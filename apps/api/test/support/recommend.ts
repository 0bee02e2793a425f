import { randomUUID } from 'node:crypto';
import type { RecommendationReceipt } from '@num-ecard/contracts/referral-form';
import { type Answer, Client } from './client.js';

let people = 0;

/** A submission as the form sends it, about somebody new; only what matters to the test is said. */
export function submission(wanted: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  people += 1;
  const number = String(people).padStart(6, '0');
  return {
    ambassador: { name: 'Marc Petit', email: 'marc@example.fr', phone: null },
    prospect: { name: `Prospect ${number}`, phone: `06 12 ${number.replace(/../g, '$& ').trim()}` },
    declaration: true,
    ...wanted,
  };
}

/** Sends a form from an address of its own, with a key of its own unless given. */
export function recommend(
  url: string,
  slug: string,
  wanted: Readonly<Record<string, unknown>> = {},
  key: string = randomUUID(),
): Promise<Answer & { body: RecommendationReceipt }> {
  return new Client(url).post(`/api/cards/${slug}/recommendations`, submission(wanted), {
    'idempotency-key': key,
  });
}

/** The path of an absolute address. */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
