/** An address of this site without its origin, which behind a proxy or in development may be written differently. */
export function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** An address as it is read: without `https://`. */
export function readableAddress(address: string): string {
  return address.replace(/^https?:\/\//, '');
}
