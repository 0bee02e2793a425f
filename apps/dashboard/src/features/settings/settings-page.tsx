import '../../locales/settings';
import type { Account } from '@num-ecard/contracts/accounts';
import type { Feature } from '@num-ecard/contracts/plans';

interface SettingsPageProps {
  account: Account;
  features: readonly Feature[];
}

export function SettingsPage({ account, features }: SettingsPageProps) {
  return <p>{account.name + features.length}</p>;
}
