import { ActionIcon, Menu } from '@mantine/core';
import type { Recommendation } from '@num-ecard/contracts/referral';
import { MOVES, type Status } from '@num-ecard/contracts/referral-vocabulary';
import { statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { IconArrowsRightLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';
import { useLocale } from '../../../ui/use-locale';
import type { CardPart } from './use-focus-moved';
import { usePersonName } from './use-person-name';

interface MoveMenuProps {
  item: Recommendation;
  onMove(to: Status): void;
}

/** Where a prospect may be moved, without dragging. */
export function MoveMenu({ item, onMove }: MoveMenuProps) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const nameOf = usePersonName();
  return (
    <Menu withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          data-part={'menu' satisfies CardPart}
          aria-label={t('move.menu', { name: nameOf.prospect(item.prospect) })}
        >
          <IconArrowsRightLeft size={ICON.small} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('move.to')}</Menu.Label>
        {MOVES[item.status].map((status) => (
          <Menu.Item key={status} onClick={() => onMove(status)}>
            {statusName(status, locale)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
