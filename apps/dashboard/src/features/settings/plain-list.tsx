import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';

/** Rows that screen readers count, without bullets. */
export function PlainList({ children }: { children: ReactNode }) {
  return (
    <Stack component="ul" gap="md" p={0} m={0} styles={{ root: { listStyle: 'none' } }}>
      {children}
    </Stack>
  );
}
