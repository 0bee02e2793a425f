import { Settings, type SettingsChange } from '@num-ecard/contracts/settings';
import { queryOptions } from '@tanstack/react-query';
import { getJson, sendForJson } from '../../lib/http';

/** `GET /api/settings` */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => getJson('/api/settings', Settings, { signal }),
});

/** `PATCH /api/settings`. Throws `RequestError`. */
export function saveSettings(change: SettingsChange): Promise<Settings> {
  return sendForJson('PATCH', '/api/settings', change, Settings);
}
