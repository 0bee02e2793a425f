import { InputBase } from '@mantine/core';
import type { CardSummary } from '@num-ecard/contracts/cards';
import { IconSelector } from '@tabler/icons-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../../lib/scope';
import { EVERY_CARD } from '../../lib/usage-search';
import { ICON } from '../../ui/theme';

const loadSelect = () => import('./card-select').then((module) => ({ default: module.CardSelect }));
// A searchable list needs positioning code that the figures can do without: it comes when somebody reaches for it.
const CardSelect = lazy(loadSelect);

interface CardSwitcherProps {
  cards: readonly CardSummary[];
  current: Scope;
  /** Whether all cards can be looked at as one. */
  together: boolean;
  /** @param key a slug, or `EVERY_CARD` */
  onSelect(key: string): void;
}

/** Which of several cards is shown, or all of them. */
export function CardSwitcher(props: CardSwitcherProps) {
  const { t } = useTranslation();
  const id = useId();
  const [wanted, setWanted] = useState(false);
  const { current, cards } = props;
  const closed = (
    <InputBase
      id={id}
      component="button"
      type="button"
      label={t('overview.card')}
      aria-haspopup="listbox"
      pointer
      size="md"
      w={{ base: '100%', sm: '50%' }}
      rightSection={<IconSelector size={ICON.small} aria-hidden />}
      onPointerEnter={loadSelect}
      onFocus={loadSelect}
      onClick={() => setWanted(true)}
    >
      {current === EVERY_CARD ? t('overview.everyCard', { count: cards.length }) : current.title}
    </InputBase>
  );
  if (!wanted) return closed;
  return (
    <Suspense fallback={closed}>
      <CardSelect {...props} />
    </Suspense>
  );
}
