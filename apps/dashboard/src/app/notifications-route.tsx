import '../locales/notices';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NoticesPage } from '../features/notices/notices-page';
import { NoticesSample } from '../features/notices/notices-sample';
import { meQuery } from '../features/session/me.query';
import { Locked } from '../ui/locked';

export function NotificationsRoute() {
  const { t } = useTranslation(['notices', 'translation']);
  const { account, cards, features } = useSuspenseQuery(meQuery).data;
  const title = t('notices:title');
  return (
    <>
      <title>{`${title} · ${t('translation:app.name')}`}</title>
      {features.includes('usage.notifications') ? (
        <NoticesPage account={account} cards={cards} />
      ) : (
        <Locked feature="usage.notifications" title={title} answers={t('notices:answers')}>
          <NoticesSample />
        </Locked>
      )}
    </>
  );
}
