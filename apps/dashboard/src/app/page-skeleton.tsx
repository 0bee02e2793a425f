import { Box, Flex, SimpleGrid, Skeleton, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** In place of a page whose account is not known yet. */
export function PageSkeleton() {
  const { t } = useTranslation();
  const tile = <Skeleton h="var(--num-tile-height)" />;
  return (
    <Stack gap="lg" aria-busy>
      <Skeleton w="50%">
        <Title order={1}>{t('app.loading')}</Title>
      </Skeleton>
      <Flex gap="lg">
        <Box flex={2}>
          <Stack gap="lg">
            {tile}
            <SimpleGrid cols={2} spacing="sm">
              {tile}
              {tile}
            </SimpleGrid>
          </Stack>
        </Box>
        <Box flex={1} visibleFrom="md">
          {tile}
        </Box>
      </Flex>
    </Stack>
  );
}
