import '@mantine/dates/styles.css';
import 'dayjs/locale/fr';
import { Select, SimpleGrid } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { DATED_BY, REACHED } from '@num-ecard/contracts/referral';
import { CONSENTS } from '@num-ecard/contracts/referral-vocabulary';
import { consentName } from '@num-ecard/contracts/referral-vocabulary-names';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../ui/use-locale';
import { AmbassadorSelect } from './ambassador-select';
import { useClock } from './clock';
import type { ProspectFilters } from './prospect-filters';
import { useChangeSearch } from './use-change-search';

const IN_PLACE = { withScrollArea: false, comboboxProps: { withinPortal: false } } as const;

/** The filters that are reached for now and then. */
export function FilterFields({
  filters: { consent, from, to, dated, reached, ambassador },
}: {
  filters: ProspectFilters;
}) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const { today } = useClock();
  const change = useChangeSearch();
  // One end alone is not a period yet.
  const [begun, setBegun] = useState<string>();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="sm">
      <DatePickerInput
        type="range"
        label={t('filters.period')}
        placeholder={t('filters.anyDay')}
        value={begun === undefined ? [from ?? null, to ?? null] : [begun, null]}
        onChange={([first, last]) => {
          setBegun(first !== null && last === null ? first : undefined);
          if ((first === null) === (last === null))
            change({ from: first ?? undefined, to: last ?? undefined });
        }}
        maxDate={today}
        valueFormat="D MMM YYYY"
        locale={locale}
        firstDayOfWeek={1}
        allowSingleDateInRange
        clearable
        clearButtonProps={{ 'aria-label': t('filters.anyDay') }}
        popoverProps={{ withinPortal: false }}
      />
      <Select
        label={t('filters.dated')}
        data={DATED_BY.map((value) => ({ value, label: t(`filters.datedBy.${value}`) }))}
        value={dated}
        allowDeselect={false}
        onChange={(value) => change({ dated: DATED_BY.find((known) => known === value) })}
        {...IN_PLACE}
      />
      <Select
        label={t('filters.consent')}
        placeholder={t('filters.any')}
        data={CONSENTS.map((value) => ({ value, label: consentName(value, locale) }))}
        value={consent ?? null}
        clearable
        onChange={(value) => change({ consent: CONSENTS.find((known) => known === value) })}
        {...IN_PLACE}
      />
      <Select
        label={t('filters.reachedLabel')}
        placeholder={t('filters.any')}
        data={REACHED.map((value) => ({ value, label: t(`filters.reached.${value}`) }))}
        value={reached ?? null}
        clearable
        onChange={(value) => change({ reached: REACHED.find((known) => known === value) })}
        {...IN_PLACE}
      />
      <AmbassadorSelect value={ambassador} onChange={(id) => change({ ambassador: id })} />
    </SimpleGrid>
  );
}
