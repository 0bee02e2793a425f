import type { RecommendationReceipt } from '@num-ecard/contracts/referral-form';
import type { FieldError, Typed } from '../../src/referral/page/form-errors.js';

/** Long enough for the slowest line; after it the connection counts as lost. */
const PATIENCE_MS = 20_000;

export type Answer =
  | { readonly kind: 'received'; readonly receipt: RecommendationReceipt }
  | { readonly kind: 'refused'; readonly errors: readonly FieldError[] }
  | { readonly kind: 'too-many'; readonly minutes: number }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'offline' };

/** The contract's body of what stands in the form. */
function bodyOf(typed: Typed): object {
  const person = (name: string, fields: readonly string[]) =>
    Object.fromEntries(fields.map((field) => [field, typed[`${name}.${field}`] ?? null]));
  const { relation, message, declaration, opened, objet, via } = typed as Record<string, string | undefined>;
  return {
    ...(via === undefined ? { ambassador: person('ambassador', ['name', 'phone', 'email']) } : { via }),
    prospect: person('prospect', ['name', 'phone', 'email', 'company']),
    relation,
    message,
    declaration: declaration === 'true',
    opened,
    objet,
  };
}

async function answerOf(response: Response): Promise<Answer> {
  if (response.ok) return { kind: 'received', receipt: (await response.json()) as RecommendationReceipt };
  if (response.status === 400) {
    const { errors = [] } = (await response.json()) as { errors?: FieldError[] };
    return { kind: 'refused', errors: errors.length > 0 ? errors : [{ path: '', message: '' }] };
  }
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    return { kind: 'too-many', minutes: Math.max(1, Math.ceil((seconds || 60) / 60)) };
  }
  return { kind: response.status === 403 || response.status === 404 ? 'closed' : 'unavailable' };
}

/** Sends the form once, under its key: however often it arrives, it is one recommendation. */
export async function send(action: string, typed: Typed, key: string): Promise<Answer> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(action, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': key },
      body: JSON.stringify(bodyOf(typed)),
      signal: patience.signal,
    });
    return await answerOf(response);
  } catch {
    return { kind: 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

/** A new key. `randomUUID` is there on secure pages only. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
