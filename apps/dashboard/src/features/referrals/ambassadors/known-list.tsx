import { Box, Stack, Text, TextInput } from '@mantine/core';
import type { KnownAmbassadors } from '@num-ecard/contracts/referral-ambassadors';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ICON, LIST } from '../../../ui/theme';
import { AmbassadorLink } from './ambassador-link';
import { findAmbassadors } from './find-ambassadors';

/** So many are drawn; who looks for another types a name. */
const DRAWN = 100;

interface KnownListProps extends KnownAmbassadors {
  /** When somebody was thanked, in words. */
  thanked(at: string): string;
}

/** Every ambassador by name, also those who have recommended nobody yet. */
export function KnownList({ ambassadors, thanked }: KnownListProps) {
  const { t } = useTranslation('ambassadors');
  const [typed, setTyped] = useState('');
  const found = findAmbassadors(ambassadors, typed);
  return (
    <Stack>
      <TextInput
        label={t('all.search')}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        leftSection={<IconSearch size={ICON.small} aria-hidden />}
        autoComplete="off"
        maw="var(--num-picker-width)"
      />
      <Text size="sm" c="dimmed" role="status">
        {found.length > DRAWN
          ? t('all.more', { count: found.length, shown: DRAWN })
          : t('all.count', { count: found.length })}
      </Text>
      <Stack component="ul" gap="sm" {...LIST}>
        {found.slice(0, DRAWN).map(({ id, name, email, phoneDisplay, thankedAt }) => (
          <Box component="li" key={id}>
            <AmbassadorLink id={id} name={name} />
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {[phoneDisplay, email, thankedAt === null ? null : thanked(thankedAt)]
                .filter((known) => known !== null)
                .join(' · ')}
            </Text>
          </Box>
        ))}
      </Stack>
    </Stack>
  );
}
