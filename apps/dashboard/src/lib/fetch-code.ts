import { RequestError } from './request-error';

/** Milliseconds for which it is waited whether the server is there. */
const PATIENCE_MS = 5_000;

/**
 * Code that comes when it is needed. Throws `RequestError` where no server is reached; where one is, its own error: a newer version
 * has taken the place of the one that the page is of.
 */
export async function fetchCode<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    if (await isServerThere()) throw cause;
    throw new RequestError(navigator.onLine ? 'unreachable' : 'offline', {}, { cause });
  }
}

/** Whether the page could be loaded anew. */
export async function isServerThere(): Promise<boolean> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PATIENCE_MS);
  try {
    return (await fetch('/health/live', { cache: 'no-store', signal: controller.signal })).ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
