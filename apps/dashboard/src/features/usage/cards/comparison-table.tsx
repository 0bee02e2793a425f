import type { UsageCards } from '@num-ecard/contracts/usage';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { matchesCard } from '../../../lib/card-search';
import { CardGrid } from './card-grid';
import { comparison } from './comparison';
import { useComparisonColumns } from './use-comparison-columns';

interface ComparisonTableProps {
  data: UsageCards;
  search?: string;
  current?: string | undefined;
}

/** Cards beside one another. */
export const ComparisonTable = memo(function ComparisonTable({
  data,
  search = '',
  current,
}: ComparisonTableProps) {
  const { t } = useTranslation('cards');
  const { cards, together } = useMemo(() => comparison(data), [data]);
  const found = useMemo(() => cards.filter(({ card }) => matchesCard(card, search)), [cards, search]);
  const columns = useComparisonColumns(data, together);
  return (
    <CardGrid
      label={t('compare.title')}
      rows={found}
      columns={columns}
      sortedBy="views"
      current={current}
      withTotals={cards.length > 1}
    />
  );
});
