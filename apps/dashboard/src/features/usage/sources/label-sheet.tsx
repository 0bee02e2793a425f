import { Box, Group, Image, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WEIGHT } from '../../../ui/theme';
import { pathOf } from '../../../lib/address';
import type { SheetProps } from './poster-sheet';
import classes from './sheet.module.css';

/** Two columns of five: each about as large as a visiting card. */
const LABELS = Array.from({ length: 10 }, (_, index) => index);

/** Several small codes, to be cut out along the dashes. */
export function LabelSheet({ card, link }: SheetProps) {
  const { t } = useTranslation('sources');
  return (
    <Box className={classes['sheet']} bg="white" c="black">
      <SimpleGrid h="100%" cols={2} spacing={0} className={classes['labels']}>
        {LABELS.map((index) => (
          <Group
            key={index}
            className={classes['label']}
            p="var(--num-label-padding)"
            gap="var(--num-label-padding)"
            wrap="nowrap"
          >
            <Image
              src={pathOf(link.qrSvg)}
              alt=""
              w="var(--num-label-qr)"
              h="var(--num-label-qr)"
              fit="contain"
              decoding="sync"
              flex="none"
            />
            <Stack gap="var(--num-label-gap)" flex={1} miw={0}>
              <Text fz="var(--num-label-call)" lh="figure" fw={WEIGHT.bold}>
                {t('print.call')}
              </Text>
              <Text fz="var(--num-label-text)" lh="sentence" fw={WEIGHT.medium} lineClamp={3}>
                {card.name}
              </Text>
              <Text fz="var(--num-label-text)" lh="sentence" lineClamp={2}>
                {link.label}
              </Text>
            </Stack>
          </Group>
        ))}
      </SimpleGrid>
    </Box>
  );
}
