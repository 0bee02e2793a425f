import '../../../locales/crm';
import { Stack, Title } from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import type { CardSummary } from '@num-ecard/contracts/cards';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/panel';
import { anyQuery } from './any.query';
import { ClockProvider } from './clock';
import { FollowUpList } from './follow-up-list';
import { followUpsQuery } from './follow-ups.query';
import { HeldPanel } from './held-panel';
import { HowTheyCome } from './how-they-come';

interface FollowUpsPageProps {
  account: Account;
  cards: readonly CardSummary[];
}

/** What the owner must do now; and before the first recommendation, how they come. */
export function FollowUpsPage({ account, cards }: FollowUpsPageProps) {
  const { t } = useTranslation(['crm', 'translation']);
  const followUps = useQuery(followUpsQuery);
  const { data: any } = useQuery(anyQuery);
  const held = followUps.data?.counts.held ?? 0;
  return (
    <ClockProvider timeZone={account.timezone}>
      <Stack gap="lg">
        <title>{`${t('crm:followUps.title')} · ${t('translation:app.name')}`}</title>
        <Title order={1} size="h2">
          {t('crm:followUps.title')}
        </Title>
        {any === false && held === 0 ? (
          <HowTheyCome cards={cards} />
        ) : (
          <Panel
            title={t('crm:followUps.today')}
            hint={t('crm:followUps.hint')}
            query={followUps}
            height="var(--num-list-height)"
            isEmpty={({ counts }) => counts.notContacted + counts.reminders + counts.expiring === 0}
            emptyText={t('crm:followUps.none')}
          >
            {(data) => <FollowUpList followUps={data} />}
          </Panel>
        )}
        {held > 0 && <HeldPanel />}
      </Stack>
    </ClockProvider>
  );
}
