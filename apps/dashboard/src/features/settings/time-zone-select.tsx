import { type OptionsFilter, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../ui/use-locale';
import { matchesZone, timeZoneOptions } from './time-zones';

interface TimeZoneSelectProps {
  value: string;
  onChange(zone: string): void;
}

/** A time zone, found by typing a part of its name. */
export function TimeZoneSelect({ value, onChange }: TimeZoneSelectProps) {
  const { t } = useTranslation(['settings', 'translation']);
  const [locale] = useLocale();
  const { french, others } = timeZoneOptions(Intl.supportedValuesOf('timeZone'), value, locale);
  const filter: OptionsFilter = ({ options, search }) => {
    const found = options.flatMap((group) => {
      if (!('group' in group)) return [];
      const items = group.items.filter((item) =>
        matchesZone(item as { value: string; label: string }, search),
      );
      return items.length > 0 ? [{ ...group, items }] : [];
    });
    // An option, though none to choose: a list box without any is not understood by screen readers.
    return found.length > 0 ? found : [{ value: '', label: t('settings:place.zoneNone'), disabled: true }];
  };
  return (
    <Select
      label={t('settings:place.zone')}
      description={t('settings:place.zoneHint')}
      data={[
        { group: t('settings:place.france'), items: french },
        { group: t('settings:place.world'), items: others },
      ]}
      value={value}
      onChange={(zone) => zone !== null && onChange(zone)}
      allowDeselect={false}
      searchable
      filter={filter}
      // The list box itself scrolls: a scrolling box round it would have to take the focus.
      withScrollArea={false}
      styles={{ options: { maxHeight: 'var(--num-list-height)', overflowY: 'auto' } }}
      comboboxProps={{ withinPortal: false }}
      // Typing replaces the current zone instead of lengthening it.
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}
