import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountAvatar } from './account-avatar';

const loadMenu = () => import('./account-menu').then((module) => ({ default: module.AccountMenu }));
// Menus need positioning code that the figures can do without: it comes when somebody reaches for the button.
const AccountMenu = lazy(loadMenu);

interface AccountButtonProps {
  account: Account;
  onSignedOut(): void;
}

/** Who is signed in; opens the account's menu. */
export function AccountButton({ account, onSignedOut }: AccountButtonProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  // Where its code cannot be fetched it stays closed, and the page as it is.
  const isThere = () =>
    loadMenu().then(
      () => true,
      () => false,
    );
  const open = async () => {
    if (await isThere()) setWanted(true);
  };
  const button = (
    <UnstyledButton
      aria-haspopup="menu"
      onPointerEnter={() => void isThere()}
      onFocus={() => void isThere()}
      onClick={() => void open()}
    >
      <AccountAvatar name={account.name} />
      <VisuallyHidden>{t('account.menu')}</VisuallyHidden>
    </UnstyledButton>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <AccountMenu account={account} onSignedOut={onSignedOut} />
    </Suspense>
  );
}
