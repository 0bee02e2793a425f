import '../../../locales/crm';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../../ui/side-panel';

/** One recommended prospect, over the list that it is of. */
export function ProspectPanel() {
  const { t } = useTranslation('crm');
  const navigate = useNavigate();
  return (
    <SidePanel
      opened
      onClose={() => void navigate({ to: '/referrals/prospects', search: (before) => before })}
      title={t('record.title')}
      closeLabel={t('record.close')}
    >
      {null}
    </SidePanel>
  );
}
