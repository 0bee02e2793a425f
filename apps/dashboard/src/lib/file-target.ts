/** Where a file goes while it comes. */
export interface FileTarget {
  write(chunk: Uint8Array<ArrayBuffer>): Promise<void>;
  /** @returns the file, unless it lies where its reader wanted it */
  finish(): Promise<File | undefined>;
  /** Nothing of it is left. */
  discard(): Promise<void>;
}

/** The reader's device has no room, or does not let the file be written. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';
}

/** Not in TypeScript's DOM: Chromium alone has them. */
declare global {
  interface Window {
    showSaveFilePicker?(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
  }
  interface FileSystemFileHandle {
    remove?(): Promise<void>;
  }
}

/** Bytes that the page holds before it hands them over to the browser, which may lay them on the disk. */
const HELD = 8 * 1024 * 1024;

/** Kept by the browser until it is saved. */
export function inBrowser(name: string, type: string): FileTarget {
  let parts: BlobPart[] = [];
  let held = 0;
  return {
    write: async (chunk) => {
      parts.push(chunk);
      held += chunk.byteLength;
      if (held < HELD) return;
      parts = [new Blob(parts)];
      held = 0;
    },
    finish: async () => new File(parts, name, { type }),
    discard: async () => {
      parts = [];
    },
  };
}

/** Whether the browser can write to a place that the reader picks now: it only lets itself be asked just after something was pressed. */
export function canPick(): boolean {
  return window.showSaveFilePicker !== undefined && navigator.userActivation.isActive;
}

/** Where the reader picks. Throws an `AbortError` when they pick nothing. */
export async function onDisk(name: string): Promise<FileTarget> {
  const handle = await window.showSaveFilePicker?.({ suggestedName: name });
  if (handle === undefined) throw new CannotWrite();
  const written = await orCannot(handle.createWritable());
  return {
    write: (chunk) => orCannot(written.write(chunk)),
    finish: () => orCannot(written.close()).then(() => undefined),
    discard: async () => {
      await written.abort().catch(() => undefined);
      // Picking has made an empty one.
      await handle.remove?.().catch(() => undefined);
    },
  };
}

async function orCannot<Result>(writing: Promise<Result>): Promise<Result> {
  try {
    return await writing;
  } catch (cause) {
    throw new CannotWrite('', { cause });
  }
}
