import { createHmac, timingSafeEqual } from 'node:crypto';

// So many letters that nobody guesses them; the moment itself is no secret.
const SIGNATURE_LENGTH = 22;

function signature(key: string, moment: string): string {
  return createHmac('sha256', key)
    .update(`referral form opened ${moment}`)
    .digest('base64url')
    .slice(0, SIGNATURE_LENGTH);
}

/** When a form was opened, in a shape that only the server can have made. */
export function signMoment(key: string, at: Date): string {
  const moment = at.getTime().toString(36);
  return `${moment}.${signature(key, moment)}`;
}

/** The moment, or null for what the server did not make. */
export function readMoment(key: string, signed: string): Date | null {
  const [moment = '', given = ''] = signed.split('.');
  const [wanted, got] = [Buffer.from(signature(key, moment)), Buffer.from(given)];
  if (wanted.length !== got.length || !timingSafeEqual(wanted, got)) return null;
  return new Date(Number.parseInt(moment, 36));
}
