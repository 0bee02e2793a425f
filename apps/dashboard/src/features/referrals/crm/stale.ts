import { RequestError } from '../../../lib/request-error';

/** Whether a move was refused because the prospect is no longer where it was seen. */
export function isStale(error: unknown): boolean {
  return error instanceof RequestError && error.code === 'stale';
}
