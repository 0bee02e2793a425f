import { Group, Select } from '@mantine/core';
import { CROSS_BY, type CrossBy } from '@num-ecard/contracts/period';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EVERY_CARD } from '../../../lib/usage-search';
import { Panel } from '../../../ui/panel';
import type { UsageView } from '../usage-view';
import { CardSearchField } from './card-search-field';
import { crossQuery } from './cards.query';
import { MANY_CARDS } from './comparison-panel';
import { CrossTable } from './cross-table';

const route = getRouteApi('/signed-in/usage/cards');
const DEFAULT_BY = 'source' satisfies CrossBy;

/** What each card's visits are made of. */
export function CrossPanel({ view }: { view: UsageView }) {
  const { t } = useTranslation('cards');
  const by = route.useSearch({ select: (search) => search.by ?? DEFAULT_BY });
  const navigate = route.useNavigate();
  const [search, setSearch] = useState('');
  // The field answers at once, the table a moment later.
  const searched = useDeferredValue(search);
  const query = useQuery(crossQuery(view, by));
  const { data } = query;
  const choose = (name: string | null) => {
    const chosen = CROSS_BY.find((known) => known === name);
    void navigate({
      search: (before) => ({ ...before, by: chosen === DEFAULT_BY ? undefined : chosen }),
      resetScroll: false,
    });
  };
  return (
    <Panel
      title={t('cross.title')}
      hint={t(by === 'target' ? 'cross.hintClicks' : 'cross.hint')}
      query={query}
      height={data === undefined ? 'var(--num-trends-height)' : 'auto'}
      isEmpty={({ columns }) => columns.every(({ total }) => total === 0)}
      emptyText={t(by === 'target' ? 'cross.emptyClicks' : 'cross.empty')}
      actions={
        <Group gap="sm">
          {data !== undefined && data.rows.length >= MANY_CARDS && (
            <CardSearchField value={search} onChange={setSearch} />
          )}
          <Select
            aria-label={t('cross.by.label')}
            data={CROSS_BY.map((value) => ({ value, label: t(`cross.by.${value}`) }))}
            value={by}
            allowDeselect={false}
            withScrollArea={false}
            comboboxProps={{ withinPortal: false }}
            onChange={choose}
          />
        </Group>
      }
    >
      {(found) => (
        <CrossTable
          data={found}
          search={searched}
          current={view.scope === EVERY_CARD ? undefined : view.scope.id}
        />
      )}
    </Panel>
  );
}
