import '../../locales/settings';
import { Stack, Title } from '@mantine/core';
import type { Me } from '@num-ecard/contracts/accounts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AccountSection } from './account-section';
import { ApiKeysSection } from './api-keys-section';
import { Fetched } from './fetched';
import { LockedNote } from './locked-note';
import { NotificationsForm } from './notifications-form';
import { PasswordSection } from './password-section';
import { PlaceSection } from './place-section';
import { PushSection } from './push-section';
import { ReferralForm } from './referral-form';
import { ReportSection } from './report-section';
import { SessionsSection } from './sessions-section';
import { settingsQuery } from './settings.query';
import { SettingsSection } from './settings-section';
import { UncountedSection } from './uncounted-section';

interface SettingsPageProps extends Me {
  /** Something of the account has changed that other screens show. */
  onSaved(): void;
}

/** What the owner chooses for their account. Each section saves by itself. */
export function SettingsPage({ account, features, cards, onSaved }: SettingsPageProps) {
  const { t } = useTranslation(['settings', 'translation']);
  const query = useQuery(settingsQuery);
  const title = t('settings:title');
  return (
    <Stack gap="lg">
      <title>{`${title} · ${t('translation:app.name')}`}</title>
      <Title order={1}>{title}</Title>
      <Fetched query={query} height="var(--num-table-height)">
        {(settings) => {
          const part = { settings, onSaved };
          const { timezone } = settings;
          return (
            <>
              <AccountSection {...part} plan={account.plan} />
              <PlaceSection {...part} />
              <PasswordSection email={settings.email} />
              <SessionsSection timezone={timezone} />
              <SettingsSection name="notifications">
                {features.includes('usage.notifications') ? (
                  <NotificationsForm {...part} referrals={features.includes('referral')} />
                ) : (
                  <LockedNote feature="usage.notifications" />
                )}
              </SettingsSection>
              {features.includes('usage.notifications') && <PushSection timezone={timezone} />}
              <SettingsSection name="report">
                {features.includes('report.monthly') ? (
                  <ReportSection {...part} />
                ) : (
                  <LockedNote feature="report.monthly" />
                )}
              </SettingsSection>
              <SettingsSection name="referral">
                {features.includes('referral') ? (
                  <ReferralForm {...part} />
                ) : (
                  <LockedNote feature="referral" />
                )}
              </SettingsSection>
              <ApiKeysSection timezone={timezone} />
              <UncountedSection cards={cards} />
            </>
          );
        }}
      </Fetched>
    </Stack>
  );
}
