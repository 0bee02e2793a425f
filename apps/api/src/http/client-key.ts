import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** An IPv4 address, or the first 64 bits of an IPv6 one: who has one of those addresses has them all. */
function household(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail.split(':').filter(Boolean);
  const full = [
    ...groups,
    ...Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0'),
    ...rest,
  ];
  return full
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/**
 * Stands for a client's address where attempts are counted: a keyed hash in the shape of an IPv6 address,
 * because better-auth takes nothing else. The address itself is stored nowhere.
 */
export function clientKey(address: string, secretKey: string): string {
  const digest = createHmac('sha256', secretKey)
    .update(`client ${household(address)}`)
    .digest();
  // fd00::/8 is private by definition: it can be nobody's address.
  digest[0] = 0xfd;
  const groups = Array.from({ length: 8 }, (_, group) => digest.readUInt16BE(group * 2).toString(16));
  return groups.join(':');
}
