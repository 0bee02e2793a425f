import '../../locales/account';
import {
  Menu,
  Text,
  UnstyledButton,
  VisuallyHidden,
  useMantineColorScheme,
  type MantineColorScheme,
} from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import { PLAN_NAMES } from '@num-ecard/contracts/plans';
import { IconLogout, IconSettings } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, useLocale } from '../../ui/use-locale';
import { LinkMenuItem } from '../../ui/link-menu-item';
import { ICON, WEIGHT } from '../../ui/theme';
import { AccountAvatar } from './account-avatar';
import { signOut } from './sign-out.api';

const SCHEMES = ['auto', 'light', 'dark'] as const satisfies readonly MantineColorScheme[];

interface AccountMenuProps {
  account: Account;
  onSignedOut(): void;
}

/** Language, appearance, sign-out; open from the start. */
export function AccountMenu({ account, onSignedOut }: AccountMenuProps) {
  const { t } = useTranslation(['account', 'translation']);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [locale, setLocale] = useLocale();
  // This button takes the place of the one that was pressed, to which Mantine would return the focus in vain.
  const button = useRef<HTMLButtonElement>(null);
  const leaving = useMutation({ mutationFn: signOut, onSuccess: onSignedOut });

  return (
    <Menu
      defaultOpened
      returnFocus={false}
      onClose={() => button.current?.focus()}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UnstyledButton ref={button}>
          <AccountAvatar name={account.name} />
          <VisuallyHidden>{t('translation:account.menu')}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={WEIGHT.medium} c="var(--mantine-color-text)" truncate>
            {account.name}
          </Text>
          <Text size="sm" truncate>
            {account.email}
          </Text>
          <Text size="sm">{PLAN_NAMES[account.plan]}</Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('account:language')}</Menu.Label>
        <Menu.RadioGroup value={locale} onChange={setLocale}>
          {LANGUAGES.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value} lang={value}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('account:scheme')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
        >
          {SCHEMES.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(`account:${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <LinkMenuItem to="/settings" leftSection={<IconSettings size={ICON.small} aria-hidden />}>
          {t('account:settings')}
        </LinkMenuItem>
        <Menu.Item
          closeMenuOnClick={false}
          disabled={leaving.isPending}
          leftSection={<IconLogout size={ICON.small} aria-hidden />}
          onClick={() => leaving.mutate()}
        >
          {leaving.isError ? t('account:signOutFailed') : t('account:signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
