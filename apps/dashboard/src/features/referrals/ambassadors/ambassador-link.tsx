import { useTranslation } from 'react-i18next';
import { LinkAnchor } from '../../../ui/router-link';
import { WEIGHT } from '../../../ui/theme';

/** Opens an ambassador's particulars beside the list. @param name null once erased */
export function AmbassadorLink({ id, name }: { id: string; name: string | null }) {
  const { t } = useTranslation('ambassadors');
  return (
    <LinkAnchor
      from="/referrals/ambassadors"
      to="."
      search={(before) => ({ ...before, ambassador: id })}
      resetScroll={false}
      fw={WEIGHT.medium}
      style={{ overflowWrap: 'anywhere' }}
    >
      {name ?? t('erased')}
    </LinkAnchor>
  );
}
