/**
 * What a test file has started is ended after its last test: the next file comes to the same process. vitest's own `afterAll` is
 * heard while a file is read, and by nobody when it is called in a hook or in a test, as most things are started.
 */
const endings: (() => unknown)[] = [];

export function afterFile(end: () => unknown): void {
  endings.push(end);
}

/** Ends it all, the newest first: a page before the application that it belongs to. */
export async function endFile(): Promise<void> {
  for (let end = endings.pop(); end !== undefined; end = endings.pop()) await end();
}
