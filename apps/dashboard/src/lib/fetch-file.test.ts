import { afterEach, expect, test, vi } from 'vitest';
import { BROKEN_OFF, fetchFile } from './fetch-file';

afterEach(() => vi.unstubAllGlobals());

/** The network answers in these pieces. */
function answer(
  pieces: readonly string[],
  headers: Readonly<Record<string, string>>,
  thenBreaks = false,
): void {
  const left = pieces.map((piece) => new TextEncoder().encode(piece));
  const body = new ReadableStream({
    pull(controller) {
      const piece = left.shift();
      if (piece !== undefined) controller.enqueue(piece);
      else if (thenBreaks) controller.error(new TypeError('network error'));
      else controller.close();
    },
  });
  vi.stubGlobal('fetch', async () => ({ ok: true, status: 200, headers: new Headers(headers), body }));
}

const fetched = (progress: (of: { bytes: number; lines: number }) => void = () => {}) =>
  fetchFile('/api/exports/usage.csv?from=2026-01-01', {
    signal: new AbortController().signal,
    large: false,
    onProgress: progress,
  });

test('a file has the name and the bytes that were sent, and its lines are counted', async () => {
  answer(['a;b\r\n1;', '2\r\n', 'é;4\r\n'], {
    'content-disposition': `attachment; filename="cafe.csv"; filename*=UTF-8''caf%C3%A9.csv`,
  });
  const told: { bytes: number; lines: number }[] = [];
  const { name, file } = await fetched((progress) => told.push(progress));
  expect([name, await file?.text()]).toEqual(['café.csv', 'a;b\r\n1;2\r\né;4\r\n']);
  expect(told.at(-1)).toEqual({ bytes: 16, lines: 3 });
});

test('without a name it is called as its address', async () => {
  answer([''], {});
  expect((await fetched()).name).toBe('usage.csv');
});

test.each([
  ['the line breaks', ['a;b\r\n'], {}, true],
  ['fewer bytes came than were promised', ['a;b\r\n'], { 'content-length': '6' }, false],
  ['it has no end', ['%PDF-1.7'], { 'content-disposition': 'attachment; filename="a.pdf"' }, false],
] as const)('of a part there is no file: %s', async (_what, pieces, headers, thenBreaks) => {
  answer(pieces, headers, thenBreaks);
  await expect(fetched()).rejects.toMatchObject({ code: BROKEN_OFF });
});

test('a length that was promised of what was compressed says nothing', async () => {
  answer(['a;b\r\n'], { 'content-length': '4', 'content-encoding': 'gzip' });
  expect(await (await fetched()).file?.text()).toBe('a;b\r\n');
});
