import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/panel';
import { knownAmbassadorsQuery } from '../known-ambassadors.query';
import { KnownList } from './known-list';

/** @param thanked when somebody was thanked, in words */
export function KnownPanel({ thanked }: { thanked(at: string): string }) {
  const { t } = useTranslation('ambassadors');
  const query = useQuery(knownAmbassadorsQuery);
  return (
    <Panel
      title={t('all.title')}
      query={query}
      height="var(--num-list-height)"
      isEmpty={({ ambassadors }) => ambassadors.length === 0}
      emptyText={t('none')}
    >
      {({ ambassadors }) => <KnownList ambassadors={ambassadors} thanked={thanked} />}
    </Panel>
  );
}
