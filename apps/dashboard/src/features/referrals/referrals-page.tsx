import '../../locales/referrals';
import { EmptyState, Paper } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Locked } from '../../ui/locked';
import { ICON } from '../../ui/theme';
import { ReferralsSample } from './referrals-sample';

/** The second system. @param available whether the account's model has it */
export function ReferralsPage({ available }: { available: boolean }) {
  const { t } = useTranslation(['referrals', 'translation']);
  const title = <title>{`${t('referrals:title')} · ${t('translation:app.name')}`}</title>;
  if (!available) {
    return (
      <>
        {title}
        <Locked feature="referral" title={t('referrals:title')} answers={t('referrals:answers')}>
          <ReferralsSample />
        </Locked>
      </>
    );
  }
  return (
    <Paper p="xl">
      {title}
      <EmptyState variant="light" icon={<IconUsersGroup size={ICON.large} aria-hidden />}>
        <EmptyState.Title order={1}>{t('referrals:title')}</EmptyState.Title>
        <EmptyState.Description>{t('referrals:none')}</EmptyState.Description>
      </EmptyState>
    </Paper>
  );
}
