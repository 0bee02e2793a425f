import '@mantine/core/styles/Pill.css';
import { Button, Group, Pill } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { consentName } from '@num-ecard/contracts/referral-vocabulary-names';
import type { ProspectSearch } from '../../../lib/prospect-search';
import { useLocale } from '../../../ui/use-locale';
import { knownAmbassadorsQuery } from '../known-ambassadors.query';
import type { ProspectFilters } from './prospect-filters';
import { useDaysText } from './use-days-text';
import { useChangeSearch } from './use-change-search';
import { usePersonName } from './use-person-name';

const NOTHING = {
  q: undefined,
  consent: undefined,
  from: undefined,
  to: undefined,
  dated: undefined,
  reached: undefined,
  ambassador: undefined,
} satisfies ProspectSearch;

/** What narrows the list, in words, each with a way to let it go. */
export function FilterPills({ filters }: { filters: ProspectFilters }) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const nameOf = usePersonName();
  const change = useChangeSearch();
  const { q, consent, dated, reached, ambassador } = filters;
  const known = useQuery({ ...knownAmbassadorsQuery, enabled: ambassador !== undefined });
  const days = useDaysText(filters);
  const pill = (text: string, off: ProspectSearch) => (
    <Pill
      key={text}
      size="md"
      withRemoveButton
      onRemove={() => change(off)}
      removeButtonProps={{
        'aria-label': t('filters.remove', { what: text }),
        tabIndex: 0,
        'aria-hidden': false,
      }}
    >
      {text}
    </Pill>
  );
  const by = known.data?.ambassadors.find(({ id }) => id === ambassador);
  return (
    <Group gap="xs" role="group" aria-label={t('filters.active')}>
      {q !== undefined && pill(t('filters.found', { text: q }), { q: undefined })}
      {consent !== undefined && pill(consentName(consent, locale), { consent: undefined })}
      {days !== undefined &&
        pill(`${t(`filters.days.${dated}`)} ${days}`, { from: undefined, to: undefined, dated: undefined })}
      {reached !== undefined && pill(t(`filters.reached.${reached}`), { reached: undefined })}
      {ambassador !== undefined &&
        pill(t('filters.by', { name: by === undefined ? '…' : nameOf.ambassador(by) }), {
          ambassador: undefined,
        })}
      <Button variant="subtle" size="compact-sm" onClick={() => change(NOTHING)}>
        {t('filters.clear')}
      </Button>
    </Group>
  );
}
