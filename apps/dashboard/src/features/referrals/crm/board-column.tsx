import { useDroppable } from '@dnd-kit/core';
import { Badge, Box, Group, Stack, Text, Title } from '@mantine/core';
import type { Recommendation, RecommendationBoard } from '@num-ecard/contracts/referral';
import { mayMove, type Status } from '@num-ecard/contracts/referral-vocabulary';
import { statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { countText } from '@num-ecard/contracts/numbers';
import { LinkAnchor } from '../../../ui/router-link';
import { LIST } from '../../../ui/theme';
import { useLocale } from '../../../ui/use-locale';
import classes from './crm.module.css';
import { DraggableCard } from './draggable-card';

interface BoardColumnProps {
  column: RecommendationBoard['columns'][number];
  /** The one in the air, if any. */
  dragged: Recommendation | undefined;
  onMove(item: Recommendation, to: Status): void;
}

/** The latest of one status; the list has them all. */
export function BoardColumn({ column: { status, count, items, next }, dragged, onMove }: BoardColumnProps) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const id = useId();
  const isHome = dragged?.status === status;
  const takes = dragged !== undefined && mayMove(dragged.status, status);
  // Its own column takes it back: it is where a drag that goes nowhere ends.
  const { setNodeRef, isOver } = useDroppable({ id: status, disabled: !takes && !isHome });
  return (
    <Box
      ref={setNodeRef}
      component="section"
      aria-labelledby={id}
      className={classes['column']}
      data-status={status}
      data-may-drop={takes || undefined}
      data-over={(takes && isOver) || undefined}
      data-closed={(dragged !== undefined && !takes && !isHome) || undefined}
    >
      <Stack gap="sm">
        <Group gap="xs" wrap="nowrap">
          <Title order={3} id={id}>
            {statusName(status, locale)}
          </Title>
          <Badge variant="light" color="gray">
            {countText(count, locale)}
          </Badge>
        </Group>
        {count === 0 && (
          <Text size="sm" c="dimmed">
            {t('board.none')}
          </Text>
        )}
        <Stack component="ul" gap="xs" {...LIST}>
          {items.map((item) => (
            <li key={item.id}>
              <DraggableCard item={item} onMove={onMove} />
            </li>
          ))}
        </Stack>
        {next !== null && (
          <LinkAnchor
            to="/referrals/prospects"
            search={(before) => ({ ...before, view: undefined, status })}
            size="sm"
          >
            {t('board.all', { count })}
          </LinkAnchor>
        )}
      </Stack>
    </Box>
  );
}
