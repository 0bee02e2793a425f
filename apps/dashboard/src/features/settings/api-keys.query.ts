import { ApiKeys, CreatedApiKey } from '@num-ecard/contracts/api-keys';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendForJson, sendJson } from '../../lib/http';

/** `GET /api/keys` */
export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: ({ signal }) => getJson('/api/keys', ApiKeys, { signal }),
});

/** `POST /api/keys`: the only answer that holds the key. Throws `RequestError`. */
export function createApiKey(name: string): Promise<CreatedApiKey> {
  return sendForJson('POST', '/api/keys', { name }, CreatedApiKey);
}

/** `DELETE /api/keys/:id`. Throws `RequestError`. */
export function deleteApiKey(id: string): Promise<void> {
  return sendJson('DELETE', `/api/keys/${id}`);
}
