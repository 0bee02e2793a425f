import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery } from '../features/session/me.query';
import { SettingsPage } from '../features/settings/settings-page';

export function SettingsRoute() {
  const { account, features } = useSuspenseQuery(meQuery).data;
  return <SettingsPage account={account} features={features} />;
}
