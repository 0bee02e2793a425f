import '../../locales/notices';
import type { Notice } from '@num-ecard/contracts/notices';
import { useTranslation } from 'react-i18next';
import { answered, Panel } from '../../ui/panel';
import { NoticeList } from './notice-list';

const ABOUT = { readAt: null, path: '/', cardId: null };
const NOTICES: Notice[] = [
  {
    ...ABOUT,
    id: '1',
    at: '2026-09-30T16:42:00.000Z',
    kind: 'visits',
    counts: { views: 3, clicks: 2, cards: 1 },
  },
  {
    ...ABOUT,
    id: '2',
    at: '2026-09-30T12:10:00.000Z',
    kind: 'unusual',
    counts: { views: 36, factor: 3, cards: 1 },
  },
  {
    ...ABOUT,
    id: '3',
    at: '2026-09-29T08:05:00.000Z',
    readAt: '2026-09-29T09:00:00.000Z',
    kind: 'first-link-visit',
    counts: { link: 'exemple' },
  },
];

/** Notices of nothing that has happened. */
export function NoticesSample() {
  const { t } = useTranslation('notices');
  return (
    <Panel title={t('list')} query={answered({ pages: [{ items: NOTICES }] })} height="auto">
      {({ pages }) => (
        <NoticeList
          pages={pages}
          timeZone="Europe/Paris"
          today="2026-09-30"
          cards={[]}
          labelOf={() => t('exampleLink')}
          onRead={() => undefined}
        />
      )}
    </Panel>
  );
}
