import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the form carries to say when its page was opened: a moment that nobody else can have written. */
export function signOpenedAt(now: Date, secretKey: string): string {
  const moment = now.getTime().toString(36);
  return `${moment}.${macOf(moment, secretKey)}`;
}

/** @returns null for what we did not write */
export function readOpenedAt(opened: string, secretKey: string): Date | null {
  const [moment = '', mac = ''] = opened.split('.');
  const expected = Buffer.from(macOf(moment, secretKey));
  const given = Buffer.from(mac);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return new Date(Number.parseInt(moment, 36));
}

function macOf(moment: string, secretKey: string): string {
  return createHmac('sha256', secretKey).update(`form opened ${moment}`).digest('base64url').slice(0, 22);
}
