import { Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { ICON } from '../../../ui/theme';
import classes from './cards.module.css';

interface CardGridHeadProps {
  text: string;
  isName: boolean;
  /** How the table is sorted by this column, if it is. */
  sorted: 'ascending' | 'descending' | undefined;
  onSort(): void;
}

/** A column's head: pressing it sorts by the column. */
export function CardGridHead({ text, isName, sorted, onSort }: CardGridHeadProps) {
  const Icon = sorted === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <Table.Th scope="col" aria-sort={sorted} className={(isName && classes['name']) || ''}>
      <UnstyledButton className={classes['head'] ?? ''} fz="xs" fw="inherit" onClick={onSort} title={text}>
        <Text span inherit lineClamp={3}>
          {text}
          {sorted !== undefined && <Icon size={ICON.tiny} aria-hidden />}
        </Text>
      </UnstyledButton>
    </Table.Th>
  );
}
