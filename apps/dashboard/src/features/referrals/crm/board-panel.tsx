import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/panel';
import { Board } from './board';
import { boardQuery } from './board.query';
import { MoveDialog } from './move-dialog';
import { MovedNotice } from './moved-notice';
import { isNarrowed, type ProspectFilters } from './prospect-filters';
import { useMoving } from './use-moving';

/** The prospects that the filters leave, by status. */
export function BoardPanel({ filters }: { filters: ProspectFilters }) {
  const { t } = useTranslation('crm');
  const board = useQuery(boardQuery(filters));
  const moving = useMoving();
  return (
    <>
      <Panel
        title={t('board.title')}
        hint={t('board.hint')}
        height="var(--num-prospects-height)"
        query={board}
        isEmpty={({ columns }) => columns.every(({ count }) => count === 0)}
        emptyText={t(isNarrowed(filters) ? 'list.none' : 'list.noneYet')}
        actions={<MovedNotice moving={moving} />}
      >
        {({ columns }) => <Board columns={columns} chosen={filters.status} onMove={moving.ask} />}
      </Panel>
      <MoveDialog moving={moving} />
    </>
  );
}
