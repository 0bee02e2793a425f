import { useTranslation } from 'react-i18next';
import { Locked } from '../../ui/locked';
import { ReferralsSample } from './referrals-sample';

/** The second system, for the models that do not have it. */
export function ReferralsLocked() {
  const { t } = useTranslation(['referrals', 'translation']);
  return (
    <>
      <title>{`${t('referrals:title')} · ${t('translation:app.name')}`}</title>
      <Locked feature="referral" title={t('referrals:title')} answers={t('referrals:answers')}>
        <ReferralsSample />
      </Locked>
    </>
  );
}
