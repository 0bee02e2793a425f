import '../../../locales/sources';
import { Grid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EVERY_CARD } from '../../../lib/usage-search';
import { Panel } from '../../../ui/panel';
import type { UsagePageProps } from '../usage-page-props';
import { EveryLinkPanel, LinksPanel } from './links-panel';
import { ReferrerList } from './referrer-list';
import { SourceList } from './source-list';
import { referrerRows, sourceRows } from './source-rows';
import { sourcesQuery } from './sources.query';

/** What brings visits, and the links that an owner makes to find out. */
export function SourcesPage({ view }: UsagePageProps) {
  const { t } = useTranslation('sources');
  const query = useQuery(sourcesQuery(view));
  const { scope } = view;
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Panel
          title={t('title')}
          query={query}
          height="var(--num-sources-height)"
          isEmpty={(usage) => sourceRows(usage).rows.length === 0}
        >
          {(usage) => <SourceList usage={usage} />}
        </Panel>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Panel
          title={t('referrers')}
          hint={t('referrersHint')}
          query={query}
          height="var(--num-links-height)"
          isEmpty={(usage) => referrerRows(usage).length === 0}
          emptyText={t('referrersEmpty')}
        >
          {(usage) => <ReferrerList usage={usage} />}
        </Panel>
      </Grid.Col>
      <Grid.Col span={12}>
        {scope === EVERY_CARD ? (
          <EveryLinkPanel query={query} />
        ) : (
          <LinksPanel card={scope} usage={query.data} />
        )}
      </Grid.Col>
    </Grid>
  );
}
