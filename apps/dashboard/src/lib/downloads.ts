/** The files that are being fetched and those that came last: kept here, outside of every screen, because fetching goes on while screens change. */

interface Came {
  readonly kind: 'came';
  readonly name: string;
  /** Undefined once it lies on the disk, where the reader has put it. */
  readonly file: File | undefined;
  /** Of the file, as long as it is in the list. */
  readonly url: string | undefined;
}

export interface Download {
  readonly id: number;
  /** What it is, in words. */
  readonly title: string;
  /** What came of it so far. */
  readonly bytes: number;
  readonly lines: number;
  /** How many lines there will be, where it is known. */
  readonly expectedLines: number | undefined;
  readonly state: { readonly kind: 'underWay' } | { readonly kind: 'failed'; readonly error: unknown } | Came;
  /** Gives up what is under way, and forgets the file. */
  close(): void;
  retry(): void;
}

let all: readonly Download[] = [];
const listeners = new Set<() => void>();

export const downloads = {
  all: () => all,
  change(next: (before: readonly Download[]) => readonly Download[]): void {
    all = next(all);
    for (const listener of listeners) listener();
  },
  listen(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
