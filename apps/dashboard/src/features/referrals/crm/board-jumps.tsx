import { Badge, Box, Button, Group } from '@mantine/core';
import type { RecommendationBoard } from '@num-ecard/contracts/referral';
import type { Status } from '@num-ecard/contracts/referral-vocabulary';
import { statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countText } from '@num-ecard/contracts/numbers';
import { useLocale } from '../../../ui/use-locale';
import classes from './crm.module.css';

interface BoardJumpsProps {
  columns: RecommendationBoard['columns'];
  chosen: Status | undefined;
  /** What the columns slide in. */
  strip: RefObject<HTMLDivElement | null>;
}

const columnOf = (strip: HTMLElement | null, status: string) =>
  strip?.querySelector<HTMLElement>(`[data-status="${status}"]`) ?? undefined;

/** On a phone one column is seen: which one, and the way to each of the others besides swiping. */
export function BoardJumps({ columns, chosen, strip }: BoardJumpsProps) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const [seen, setSeen] = useState<string>();
  const jump = (status: string) => {
    const column = columnOf(strip.current, status);
    // Not `scrollIntoView`, which would also move the page.
    if (column !== undefined) strip.current?.scrollTo({ left: column.offsetLeft });
  };
  useEffect(() => {
    const box = strip.current;
    if (box === null) return undefined;
    const watch = new IntersectionObserver(
      (entries) => {
        const shown = entries.find(({ isIntersecting }) => isIntersecting)?.target;
        if (shown instanceof HTMLElement) setSeen(shown.dataset['status']);
      },
      { root: box, threshold: 0.6 },
    );
    for (const column of box.querySelectorAll('[data-status]')) watch.observe(column);
    return () => watch.disconnect();
  }, [strip]);
  useEffect(() => {
    if (chosen !== undefined) jump(chosen);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each that the address names
  }, [chosen]);
  return (
    <Box component="nav" aria-label={t('board.jumps')} className={classes['strip']} hiddenFrom="sm" pb="xs">
      <Group gap="xs" wrap="nowrap">
        {columns.map(({ status, count }) => (
          <Button
            key={status}
            {...(seen === status ? { variant: 'light' } : { variant: 'subtle', color: 'gray' })}
            aria-current={seen === status ? 'true' : undefined}
            flex="none"
            size="sm"
            px="sm"
            rightSection={
              <Badge variant="light" color="gray" size="sm">
                {countText(count, locale)}
              </Badge>
            }
            onClick={() => jump(status)}
          >
            {statusName(status, locale)}
          </Button>
        ))}
      </Group>
    </Box>
  );
}
