import { parse } from 'content-disposition';
import { hasItsEnd, TAIL } from './end-of-file';
import { canPick, type FileTarget, inBrowser, onDisk } from './file-target';
import { getFile } from './http';
import { RequestError } from './request-error';

/** Milliseconds of silence after which a file is given up. */
const PATIENCE_MS = 60_000;
const NEW_LINE = 10;

/** The `code` of the `RequestError` of a file of which only a part came. */
export const BROKEN_OFF = 'broken_off';

interface Options {
  readonly signal: AbortSignal;
  /** Too large to be kept by the browser, where the reader can be asked for a place on the disk. */
  readonly large: boolean;
  onProgress(progress: { readonly bytes: number; readonly lines: number }): void;
}

/**
 * Fetches a whole file under the name that the server gives it; of a part nothing is kept. Throws `RequestError`, `CannotWrite`, and
 * an `AbortError` when it is given up by `signal` or by who was asked for a place.
 * @returns its name; and the file itself, unless it lies on the disk already
 */
export async function fetchFile(
  path: string,
  { signal, large, onProgress }: Options,
): Promise<{ name: string; file: File | undefined }> {
  const response = await getFile(path, { signal });
  const { body, headers } = response;
  if (body === null) throw brokenOff();
  const name = parse(headers.get('content-disposition') ?? '').parameters['filename'] ?? lastOf(path);
  let target: FileTarget;
  try {
    target = large && canPick() ? await onDisk(name) : inBrowser(name, headers.get('content-type') ?? '');
  } catch (error) {
    await body.cancel();
    throw error;
  }
  try {
    const { bytes, tail } = await pass(body, target, signal, onProgress);
    // Of a compressed answer the length is another one.
    const length = headers.has('content-encoding') ? null : headers.get('content-length');
    if ((length !== null && bytes !== Number(length)) || !hasItsEnd(name, tail)) throw brokenOff();
    return { name, file: await target.finish() };
  } catch (error) {
    await target.discard();
    throw error;
  }
}

async function pass(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  target: FileTarget,
  signal: AbortSignal,
  onProgress: Options['onProgress'],
): Promise<{ bytes: number; tail: Uint8Array }> {
  const reader = body.getReader();
  // Which closes the connection: the server writes no further.
  const giveUp = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', giveUp);
  let bytes = 0;
  let lines = 0;
  let tail = new Uint8Array();
  try {
    for (;;) {
      signal.throwIfAborted();
      const chunk = await next(reader);
      signal.throwIfAborted();
      if (chunk === undefined) return { bytes, tail };
      bytes += chunk.byteLength;
      for (const byte of chunk) if (byte === NEW_LINE) lines += 1;
      tail = lastBytes(tail, chunk);
      await target.write(chunk);
      onProgress({ bytes, lines });
    }
  } finally {
    signal.removeEventListener('abort', giveUp);
    giveUp();
  }
}

/** Undefined at the end. */
async function next(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('silence')), PATIENCE_MS);
  });
  try {
    return (await Promise.race([reader.read(), silence])).value;
  } catch (cause) {
    throw brokenOff(cause);
  } finally {
    clearTimeout(timer);
  }
}

function lastBytes(before: Uint8Array, chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  if (chunk.byteLength >= TAIL) return chunk.slice(-TAIL);
  const joined = new Uint8Array(before.byteLength + chunk.byteLength);
  joined.set(before);
  joined.set(chunk, before.byteLength);
  return joined.slice(-TAIL);
}

function brokenOff(cause?: unknown): RequestError {
  return new RequestError(navigator.onLine ? 'unreachable' : 'offline', { code: BROKEN_OFF }, { cause });
}

function lastOf(path: string): string {
  return path.replace(/\?.*$/, '').replace(/^.*\//, '');
}
