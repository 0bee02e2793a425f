import { createHmac } from 'node:crypto';
import { canonicalAddress } from '../../geo/canonical-address.js';

const BYTES = 16;

/**
 * Stands for a visitor of one card on one day: a keyed hash (HMAC-SHA-256, its first 16 bytes) of card, address and user
 * agent under the day's random salt. The same person has another one on every other card and every other day, and once the
 * salt is destroyed nobody can tell who it was.
 * @param address as the client's connection or a trusted proxy has it, however written
 */
export function hashVisitor(salt: Buffer, cardId: string, address: string, userAgent: string): Buffer {
  return createHmac('sha256', salt)
    .update(`${cardId}\n${canonicalAddress(address) ?? address}\n${userAgent}`)
    .digest()
    .subarray(0, BYTES);
}
