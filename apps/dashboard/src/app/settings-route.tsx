import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { meQuery } from '../features/session/me.query';
import { SettingsPage } from '../features/settings/settings-page';

export function SettingsRoute() {
  const me = useSuspenseQuery(meQuery).data;
  const queryClient = useQueryClient();
  // Its name is on every screen, and its time zone decides what every figure says.
  return <SettingsPage {...me} onSaved={() => void queryClient.invalidateQueries()} />;
}
