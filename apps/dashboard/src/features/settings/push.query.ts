import { PushKey, type PushSubscription, PushSubscriptions } from '@num-ecard/contracts/push';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendJson } from '../../lib/http';
import { readThisDevice, subscribeThisDevice, unsubscribeThisDevice } from './this-device';

const ROUTE = '/api/settings/push-subscriptions';

/** `GET /api/settings/push-subscriptions` and `/push-key`, and which of the devices this one is. */
export const pushQuery = queryOptions({
  queryKey: ['push'],
  queryFn: async ({ signal }) => {
    const [{ subscriptions }, { key }] = await Promise.all([
      getJson(ROUTE, PushSubscriptions, { signal }),
      getJson('/api/settings/push-key', PushKey, { signal }),
    ]);
    const { ability, digest } = await readThisDevice(key);
    const current = subscriptions.find((subscription) => subscription.digest === digest) ?? null;
    return { subscriptions, key, ability, current };
  },
  // What the owner allows is changed in the browser's own settings: whoever comes back from there sees it.
  staleTime: 0,
});

/** `POST /api/settings/push-subscriptions` of this device. Throws `SubscribeError` and `RequestError`. */
export async function alertThisDevice(key: string): Promise<void> {
  await sendJson('POST', ROUTE, await subscribeThisDevice(key));
}

/** `DELETE /api/settings/push-subscriptions/:id`. Throws `RequestError`. */
export async function stopAlerts({ id }: PushSubscription, isThisDevice: boolean): Promise<void> {
  await sendJson('DELETE', `${ROUTE}/${id}`);
  // The server sends nothing any more, whether the browser forgets it or not.
  if (isThisDevice) await unsubscribeThisDevice().catch(() => {});
}
