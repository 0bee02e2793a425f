import { useDraggable } from '@dnd-kit/core';
import { ActionIcon } from '@mantine/core';
import type { Recommendation } from '@num-ecard/contracts/referral';
import type { Status } from '@num-ecard/contracts/referral-vocabulary';
import { IconGripVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';
import { BoardCard } from './board-card';
import classes from './crm.module.css';
import { MoveMenu } from './move-menu';
import type { CardPart } from './use-focus-moved';
import { usePersonName } from './use-person-name';

interface DraggableCardProps {
  item: Recommendation;
  onMove(item: Recommendation, to: Status): void;
}

/** A card that is dragged by its whole surface, by keys from its handle; or moved by its menu. */
export function DraggableCard({ item, onMove }: DraggableCardProps) {
  const { t } = useTranslation('crm');
  const nameOf = usePersonName();
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isDragging } = useDraggable({
    id: item.id,
  });
  const { onKeyDown, ...pointers } = listeners ?? {};
  return (
    <BoardCard
      ref={setNodeRef}
      item={item}
      data-card={item.id}
      className={isDragging ? classes['left'] : undefined}
      {...pointers}
      actions={
        <>
          <ActionIcon
            ref={setActivatorNodeRef}
            variant="subtle"
            color="gray"
            size="lg"
            visibleFrom="sm"
            data-part={'handle' satisfies CardPart}
            aria-describedby={attributes['aria-describedby']}
            aria-roledescription={t('drag.role')}
            aria-label={t('drag.handle', { name: nameOf.prospect(item.prospect) })}
            // Of the sensors' own: space and enter lift the card.
            onKeyDown={onKeyDown as React.KeyboardEventHandler | undefined}
          >
            <IconGripVertical size={ICON.small} aria-hidden />
          </ActionIcon>
          <MoveMenu item={item} onMove={(to) => onMove(item, to)} />
        </>
      }
    />
  );
}
