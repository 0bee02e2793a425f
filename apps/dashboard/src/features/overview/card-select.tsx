import { type OptionsFilter, Select } from '@mantine/core';
import type { CardSummary } from '@num-ecard/contracts/cards';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../../lib/scope';
import { EVERY_CARD } from '../../lib/usage-search';
import { matchesCard } from '../../lib/card-search';

interface CardSelectProps {
  cards: readonly CardSummary[];
  current: Scope;
  /** Whether all cards can be looked at as one. */
  together: boolean;
  /** @param key a slug, or `EVERY_CARD` */
  onSelect(key: string): void;
}

/** Of hundreds of options, so many are drawn: more take longer than a press may. */
const DRAWN = 60;

/** A searchable list of cards, opened at once. */
export function CardSelect({ cards, current, together, onSelect }: CardSelectProps) {
  const { t } = useTranslation();
  const filter: OptionsFilter = ({ options, search }) => {
    const found = options.filter(
      (item) => !('group' in item) && matchesCard({ title: item.label, slug: item.value }, search),
    );
    // An option, though none to choose: a list box without any is not understood by screen readers.
    const said = (label: string) => ({ value: '', label, disabled: true });
    if (found.length === 0) return [said(t('overview.cardNone'))];
    if (found.length <= DRAWN) return found;
    return [...found.slice(0, DRAWN), said(t('overview.cardsMore', { count: found.length - DRAWN }))];
  };
  const every = together
    ? [{ value: EVERY_CARD, label: t('overview.everyCard', { count: cards.length }) }]
    : [];
  return (
    <Select
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed
      autoFocus
      defaultDropdownOpened
      label={t('overview.card')}
      data={[...every, ...cards.map(({ slug, title }) => ({ value: slug, label: title }))]}
      value={current === EVERY_CARD ? EVERY_CARD : current.slug}
      onChange={(key) => key !== null && onSelect(key)}
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
