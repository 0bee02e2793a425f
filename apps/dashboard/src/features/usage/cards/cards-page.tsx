import '../../../locales/cards';
import { Stack } from '@mantine/core';
import type { UsagePageProps } from '../usage-page-props';
import { ComparisonPanel } from './comparison-panel';
import { CrossPanel } from './cross-panel';

/** Which card works best: the account's cards beside one another, and against what their visits are made of. */
export function CardsPage({ view }: UsagePageProps) {
  return (
    <Stack gap="lg">
      <ComparisonPanel view={view} />
      <CrossPanel view={view} />
    </Stack>
  );
}
