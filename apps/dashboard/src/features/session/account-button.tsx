import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLate } from '../../ui/use-late';
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
  const late = useLate(loadMenu);
  const button = (
    <UnstyledButton aria-haspopup="menu" onPointerEnter={late.reach} onFocus={late.reach} onClick={late.open}>
      <AccountAvatar name={account.name} />
      <VisuallyHidden>{t('account.menu')}</VisuallyHidden>
    </UnstyledButton>
  );
  if (!late.isOpen) return button;
  return (
    <Suspense fallback={button}>
      <AccountMenu account={account} onSignedOut={onSignedOut} />
    </Suspense>
  );
}
