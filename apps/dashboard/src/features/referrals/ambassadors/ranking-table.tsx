import { Table } from '@mantine/core';
import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { RankedAmbassadors } from '@num-ecard/contracts/referral-ambassadors';
import { useTranslation } from 'react-i18next';
import { WEIGHT } from '../../../ui/theme';
import { RANKED_FIGURES, RankingRow } from './ranking-row';

interface RankingTableProps extends RankedAmbassadors {
  /** Without: of all time. */
  range: DayRange | undefined;
  /** When somebody was thanked, in words. */
  thanked(at: string): string;
}

/** The best ambassadors first; equals share their rank. */
export function RankingTable({ ambassadors, range, thanked }: RankingTableProps) {
  const { t } = useTranslation('ambassadors');
  // Words stay whole.
  const head = { fw: WEIGHT.medium, c: 'dimmed', style: { whiteSpace: 'nowrap' } } as const;
  return (
    <Table aria-label={t('ranking.title')} horizontalSpacing="xs" verticalSpacing="sm" tabularNums>
      <Table.Thead>
        <Table.Tr>
          <Table.Th {...head}>{t('ranking.rank')}</Table.Th>
          <Table.Th {...head} w="100%">
            {t('ranking.name')}
          </Table.Th>
          {RANKED_FIGURES.map((figure) => (
            <Table.Th key={figure} {...head} ta="right" visibleFrom="sm">
              {t(`figures.${figure}`)}
            </Table.Th>
          ))}
          <Table.Th {...head} ta="right" visibleFrom="sm">
            {t('figures.value')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {ambassadors.map((ambassador) => (
          <RankingRow key={ambassador.id} ambassador={ambassador} range={range} thanked={thanked} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
