import { useQuery } from '@tanstack/react-query';
import { memo, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rangeInSentence } from '@num-ecard/contracts/calendar';
import { EVERY_CARD } from '../../../lib/usage-search';
import { Panel } from '../../../ui/panel';
import type { UsageView } from '../usage-view';
import { CardSearchField } from './card-search-field';
import { cardsQuery } from './cards.query';
import { ComparisonTable } from './comparison-table';

/** From so many cards on there is a field to search them. */
export const MANY_CARDS = 8;

/** Which card works best. Drawn again only when the view is another one: not when the table below it is. */
export const ComparisonPanel = memo(function ComparisonPanel({ view }: { view: UsageView }) {
  const { t, i18n } = useTranslation('cards');
  const [search, setSearch] = useState('');
  // The field answers at once, the table a moment later.
  const searched = useDeferredValue(search);
  const query = useQuery(cardsQuery(view));
  const { data } = query;
  const previous = data?.previous?.period;
  return (
    <Panel
      title={t('compare.title')}
      hint={
        previous === undefined
          ? t('compare.hint')
          : t('compare.against', { period: rangeInSentence(previous, i18n.language) })
      }
      query={query}
      height={data === undefined ? 'var(--num-trends-height)' : 'auto'}
      isEmpty={({ rows }) => rows.length === 0}
      actions={
        data !== undefined &&
        data.rows.length >= MANY_CARDS && <CardSearchField value={search} onChange={setSearch} />
      }
    >
      {(found) => (
        <ComparisonTable
          data={found}
          search={searched}
          current={view.scope === EVERY_CARD ? undefined : view.scope.id}
        />
      )}
    </Panel>
  );
});
