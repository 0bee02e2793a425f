import { useTranslation } from 'react-i18next';

interface Person {
  readonly name: string | null;
}

/** Names, and what stands in the place of one that was erased. */
export function usePersonName(): { prospect(of: Person): string; ambassador(of: Person): string } {
  const { t } = useTranslation('crm');
  return {
    prospect: ({ name }) => name ?? t('erased.prospect'),
    ambassador: ({ name }) => name ?? t('erased.ambassador'),
  };
}
