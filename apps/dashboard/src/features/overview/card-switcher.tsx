import { Box, Button, Text } from '@mantine/core';
import type { CardSummary } from '@num-ecard/contracts/cards';
import { IconSelector } from '@tabler/icons-react';
import { lazy, Suspense, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../../lib/scope';
import { EVERY_CARD } from '../../lib/usage-search';
import { ICON, WEIGHT } from '../../ui/theme';
import { useLate } from '../../ui/use-late';

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
  const late = useLate(loadSelect);
  const { current, cards } = props;
  // Looks like the list's own field. Not one: an input's code would weigh more than the rest of this.
  const closed = (
    <Box w={{ base: '100%', sm: '50%' }}>
      <Text component="label" htmlFor={id} fw={WEIGHT.medium}>
        {t('overview.card')}
      </Text>
      <Button
        id={id}
        variant="default"
        size="md"
        fullWidth
        justify="space-between"
        fw={WEIGHT.regular}
        px="sm"
        rightSection={<IconSelector size={ICON.small} aria-hidden />}
        aria-haspopup="listbox"
        onPointerEnter={late.reach}
        onFocus={late.reach}
        onClick={late.open}
      >
        {current === EVERY_CARD ? t('overview.everyCard', { count: cards.length }) : current.title}
      </Button>
    </Box>
  );
  if (!late.isOpen) return closed;
  return (
    <Suspense fallback={closed}>
      <CardSelect {...props} />
    </Suspense>
  );
}
