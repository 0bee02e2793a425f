import { isIP } from 'node:net';

/** An IPv4 address within IPv6, `::ffff:192.0.2.1` or `::ffff:c000:201`, in its short and its full form. */
const MAPPED = /^(?:::|(?:0{1,4}:){5})ffff:(?:([\d.]+)|([\da-f]{1,4}):([\da-f]{1,4}))$/i;

/** What some proxies write: an address in brackets, or with a port. */
const IN_BRACKETS = /^\[([^\]]+)\](?::\d{1,5})?$/;
const WITH_PORT = /^([\d.]+):\d{1,5}$/;

/**
 * The one form of an address, so that a visitor is the same however the address was written: IPv4 for a mapped one,
 * lower case, without port, brackets or zone.
 * @returns undefined for what is no address
 */
export function canonicalAddress(reported: string): string | undefined {
  const text = reported.trim();
  const bare = (IN_BRACKETS.exec(text) ?? WITH_PORT.exec(text))?.[1] ?? text;
  const version = isIP(bare);
  if (version === 0) return undefined;
  if (version === 4) return bare;
  const [address = ''] = bare.toLowerCase().split('%');
  const mapped = MAPPED.exec(address);
  if (mapped === null) return address;
  const [, dotted, high = '0', low = '0'] = mapped;
  if (dotted !== undefined) return dotted;
  const [upper, lower] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [upper >> 8, upper & 255, lower >> 8, lower & 255].join('.');
}
