import '../../locales/no-card';
import { Button, EmptyState, Paper, Stack } from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import { IconAddressBook, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../ui/theme';
import { Greeting } from './greeting';

interface NoCardProps {
  account: Account;
  checking: boolean;
  /** Looks again whether a card has been linked. */
  onCheck(): void;
}

/** An account that no card has been linked to. */
export function NoCard({ account, checking, onCheck }: NoCardProps) {
  const { t } = useTranslation('no-card');
  return (
    <Stack gap="lg">
      <Greeting account={account} />
      <Paper p="xl">
        <EmptyState variant="light" icon={<IconAddressBook size={ICON.large} aria-hidden />}>
          <EmptyState.Title order={2}>{t('title')}</EmptyState.Title>
          <EmptyState.Description>{t('lead')}</EmptyState.Description>
          <EmptyState.Actions>
            <Button
              variant="default"
              leftSection={<IconRefresh size={ICON.small} aria-hidden />}
              loading={checking}
              onClick={onCheck}
            >
              {t('check')}
            </Button>
          </EmptyState.Actions>
        </EmptyState>
      </Paper>
    </Stack>
  );
}
