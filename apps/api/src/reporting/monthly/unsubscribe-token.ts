import { createHmac, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const SIGNATURE_BYTES = 16;

/**
 * Stands in the address by which an account's monthly e-mail is switched off: the account's id and a signature that nobody else can
 * make. It is kept nowhere, and an e-mail of years ago still has the right one.
 */
export function unsubscribeToken(secretKey: string, accountId: string): string {
  const id = Buffer.from(accountId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, signatureOf(secretKey, id)]).toString('base64url');
}

/** The account that a token is of; null when it is none. */
export function accountOfToken(secretKey: string, token: string): string | null {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const id = bytes.subarray(0, ID_BYTES);
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), signatureOf(secretKey, id))) return null;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function signatureOf(secretKey: string, id: Buffer): Buffer {
  return createHmac('sha256', secretKey)
    .update('monthly report unsubscribe ')
    .update(id)
    .digest()
    .subarray(0, SIGNATURE_BYTES);
}
