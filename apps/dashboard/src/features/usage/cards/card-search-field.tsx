import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';

interface CardSearchFieldProps {
  value: string;
  onChange(value: string): void;
}

/** Narrows a table of cards as one types. */
export function CardSearchField({ value, onChange }: CardSearchFieldProps) {
  const { t } = useTranslation('cards');
  return (
    <TextInput
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      leftSection={<IconSearch size={ICON.small} aria-hidden />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
