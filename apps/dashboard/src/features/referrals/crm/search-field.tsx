import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';

/** Milliseconds after the last key. */
const TYPED_MS = 250;
const MOST = 120;

interface SearchFieldProps {
  /** As the address says. */
  value: string;
  onSearch(text: string): void;
}

/** Looks for prospects as one types; what the address says wins where it changes by another way. */
export function SearchField({ value, onSearch }: SearchFieldProps) {
  const { t } = useTranslation('crm');
  const [text, setText] = useState(value);
  // The last that the address was told, or said.
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  const search = useDebouncedCallback((typed: string) => onSearch(typed.trim()), TYPED_MS);
  return (
    <TextInput
      type="search"
      aria-label={t('filters.search')}
      placeholder={t('filters.search')}
      leftSection={<IconSearch size={ICON.small} aria-hidden />}
      maxLength={MOST}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        search(currentTarget.value);
      }}
      flex={{ base: '1 1 100%', sm: 1 }}
    />
  );
}
