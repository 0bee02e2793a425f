import { Sessions } from '@num-ecard/contracts/sessions';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendJson } from '../../lib/http';

/** `GET /api/sessions` */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => getJson('/api/sessions', Sessions, { signal }),
});

/** `DELETE /api/sessions/:id`, or of `others` all but this device's. Throws `RequestError`. */
export function endSession(id: string): Promise<void> {
  return sendJson('DELETE', id === 'others' ? '/api/sessions' : `/api/sessions/${id}`);
}
