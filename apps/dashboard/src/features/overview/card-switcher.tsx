import { type OptionsFilter, Select } from '@mantine/core';
import type { CardSummary } from '@num-ecard/contracts/cards';
import { useTranslation } from 'react-i18next';
import { matchesCard } from './card-search';

interface CardSwitcherProps {
  cards: readonly CardSummary[];
  current: CardSummary;
  onSelect(slug: string): void;
}

/** Which of several cards is shown. */
export function CardSwitcher({ cards, current, onSelect }: CardSwitcherProps) {
  const { t } = useTranslation();
  const filter: OptionsFilter = ({ options, search }) => {
    const found = options.filter(
      (item) => !('group' in item) && matchesCard({ title: item.label, slug: item.value }, search),
    );
    // An option, though none to choose: a list box without any is not understood by screen readers.
    return found.length > 0 ? found : [{ value: '', label: t('overview.cardNone'), disabled: true }];
  };
  return (
    <Select
      label={t('overview.card')}
      data={cards.map(({ slug, title }) => ({ value: slug, label: title }))}
      value={current.slug}
      onChange={(slug) => slug !== null && onSelect(slug)}
      allowDeselect={false}
      w={{ base: '100%', sm: '50%' }}
      searchable
      filter={filter}
      // The list box itself scrolls: a scrolling box round it would have to take the focus.
      withScrollArea={false}
      styles={{
        options: { maxHeight: 'var(--num-list-height)', overflowY: 'auto' },
        option: { overflowWrap: 'anywhere' },
      }}
      comboboxProps={{ withinPortal: false }}
      // Typing replaces the current title instead of lengthening it.
      onFocus={(event) => event.currentTarget.select()}
      size="md"
    />
  );
}
