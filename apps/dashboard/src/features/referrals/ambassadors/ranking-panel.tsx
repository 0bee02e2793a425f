import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AmbassadorsSearch } from '../../../lib/referral-search';
import { Panel } from '../../../ui/panel';
import { PeriodPicker } from '../../../ui/period-picker';
import { rankedPeriod } from './ranked-period';
import { rankingQuery } from './ranking.query';
import { RankingTable } from './ranking-table';

interface RankingPanelProps {
  search: AmbassadorsSearch;
  /** The account's day. */
  today: string;
  /** When somebody was thanked, in words. */
  thanked(at: string): string;
  onChange(changed: Partial<AmbassadorsSearch>): void;
}

/** Who has brought the most in a period. */
export function RankingPanel({ search, today, thanked, onChange }: RankingPanelProps) {
  const { t } = useTranslation('ambassadors');
  const { period, range } = rankedPeriod(search, today);
  const query = useQuery(rankingQuery(range));
  return (
    <>
      <PeriodPicker
        view={{ period, range, today }}
        compares={false}
        allText={t('ranking.ever')}
        onChange={({ period: name, from, to }) => onChange({ period: name, from, to })}
      />
      <Panel
        title={t('ranking.title')}
        hint={t('ranking.hint')}
        query={query}
        height="var(--num-list-height)"
        isEmpty={({ ambassadors }) => ambassadors.length === 0}
        emptyText={t('ranking.none')}
      >
        {({ ambassadors }) => (
          <RankingTable
            ambassadors={ambassadors}
            range={period === 'all' ? undefined : range}
            thanked={thanked}
          />
        )}
      </Panel>
    </>
  );
}
