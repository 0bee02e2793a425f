import { createHash } from 'node:crypto';

/** A file the pages load, kept as text in the program: the compiler copies nothing but TypeScript to dist. */
export interface Asset {
  body: string;
  contentType: string;
  /** Of the body: the file may be cached for ever under the address that carries it. */
  hash: string;
  /** Path and query, such as `/card.css?v=1f2e3d4c5b`. */
  url: string;
}

export function asset(path: string, contentType: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { body, contentType, hash, url: `${path}?v=${hash}` };
}
