import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { knownAmbassadorsQuery } from '../known-ambassadors.query';
import { usePersonName } from './use-person-name';

/** Drawn of those that a search finds. */
const MOST = 50;

interface AmbassadorSelectProps {
  value: string | undefined;
  onChange(id: string | undefined): void;
}

/** One of those who recommend, found by name, e-mail or number. */
export function AmbassadorSelect({ value, onChange }: AmbassadorSelectProps) {
  const { t } = useTranslation('crm');
  const nameOf = usePersonName();
  const { data } = useQuery(knownAmbassadorsQuery);
  return (
    <Select
      label={t('filters.ambassador')}
      placeholder={t('filters.any')}
      data={(data?.ambassadors ?? []).map((ambassador) => ({
        value: ambassador.id,
        label: [nameOf.ambassador(ambassador), ambassador.email ?? ambassador.phoneDisplay]
          .filter((part) => part !== null)
          .join(' · '),
      }))}
      value={value ?? null}
      searchable
      clearable
      limit={MOST}
      nothingFoundMessage={t('filters.noAmbassador')}
      onChange={(id) => onChange(id ?? undefined)}
      withScrollArea={false}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
