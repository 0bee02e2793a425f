import { createHmac } from 'node:crypto';

/**
 * Stands for a client's address where sign-in counts attempts: a keyed hash in the shape of an IPv6 address,
 * because better-auth takes nothing else. The address itself is stored nowhere.
 */
export function clientKey(address: string, secretKey: string): string {
  const digest = createHmac('sha256', secretKey).update(`client ${address}`).digest();
  // fd00::/8 is private by definition: it can be nobody's address.
  digest[0] = 0xfd;
  const groups = Array.from({ length: 8 }, (_, group) => digest.readUInt16BE(group * 2).toString(16));
  return groups.join(':');
}
