import type { QueryClient } from '@tanstack/react-query';
import { type Download, downloads } from './downloads';
import { fetchFile } from './fetch-file';

export interface WantedFile {
  /** Where the API writes it. */
  readonly path: string;
  /** What it is, in words. */
  readonly title: string;
  /** Of a CSV, where it is known. */
  readonly expectedLines?: number | undefined;
  /** Too large to be kept by the browser. */
  readonly large?: boolean;
}

/** Milliseconds between two tellings of how much came. */
const PAUSE_MS = 200;

let last = 0;

/** Fetches a file and saves it, whatever screen is shown meanwhile; told by `downloads`. */
export function startDownload(queryClient: QueryClient, wanted: WantedFile): void {
  // What has come was saved, and seen.
  for (const { state, close } of downloads.all()) if (state.kind === 'came') close();
  run(queryClient, wanted, (last += 1));
}

function run(queryClient: QueryClient, wanted: WantedFile, id: number): void {
  const giveUp = new AbortController();
  let url: string | undefined;
  let told = 0;
  const close = () => {
    giveUp.abort();
    if (url !== undefined) URL.revokeObjectURL(url);
    downloads.change((before) => before.filter((download) => download.id !== id));
  };
  const begun: Download = {
    id,
    title: wanted.title,
    bytes: 0,
    lines: 0,
    expectedLines: wanted.expectedLines,
    state: { kind: 'underWay' },
    close,
    retry: () => run(queryClient, wanted, id),
  };
  const tell = (changed: Partial<Download>) =>
    downloads.change((before) =>
      before.map((download) => (download.id === id ? { ...download, ...changed } : download)),
    );
  downloads.change((before) => [...before.filter((download) => download.id !== id), begun]);

  const fetching = () =>
    fetchFile(wanted.path, {
      signal: giveUp.signal,
      large: wanted.large ?? false,
      onProgress: (progress) => {
        const now = performance.now();
        if (now - told < PAUSE_MS) return;
        told = now;
        tell(progress);
      },
    });
  // As a query, so that a session that has ended and a model that has changed are noticed as with any other.
  queryClient
    .fetchQuery({ queryKey: ['download', id], queryFn: fetching, retry: false, gcTime: 0, staleTime: 0 })
    .then(
      ({ name, file }) => {
        if (giveUp.signal.aborted) return;
        if (file !== undefined) save((url = URL.createObjectURL(file)), name);
        tell({ state: { kind: 'came', name, file, url } });
      },
      (error: unknown) => {
        if (isGivenUp(error)) close();
        else tell({ state: { kind: 'failed', error } });
      },
    );
}

function isGivenUp(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function save(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
