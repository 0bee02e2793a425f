import { Box, Image, Stack, Text } from '@mantine/core';
import type { CardSummary } from '@num-ecard/contracts/cards';
import type { NamedLink } from '@num-ecard/contracts/usage';
import { useTranslation } from 'react-i18next';
import { WEIGHT } from '../../../ui/theme';
import { pathOf, readableAddress } from '../../../lib/address';
import classes from './sheet.module.css';

export interface SheetProps {
  card: CardSummary;
  link: NamedLink;
}

/** One large code, to be stood on a counter. */
export function PosterSheet({ card, link }: SheetProps) {
  const { t } = useTranslation('sources');
  return (
    <Box className={classes['sheet']} bg="white" c="black">
      <Stack
        h="100%"
        p="var(--num-sheet-margin)"
        gap="var(--num-sheet-gap)"
        align="center"
        justify="center"
        ta="center"
      >
        <div>
          <Text fz="var(--num-sheet-call)" lh="figure" fw={WEIGHT.bold}>
            {t('print.call')}
          </Text>
          <Text fz="var(--num-sheet-text)">{t('print.callHint')}</Text>
        </div>
        <Image
          src={pathOf(link.qrSvg)}
          alt={t('links.qr', { label: link.label })}
          w="var(--num-sheet-qr)"
          h="var(--num-sheet-qr)"
          fit="contain"
          decoding="sync"
        />
        <div>
          <Text fz="var(--num-sheet-title)" lh="sentence" fw={WEIGHT.bold} lineClamp={2}>
            {card.name}
          </Text>
          <Text fz="var(--num-sheet-text)" lineClamp={2}>
            {link.label}
          </Text>
        </div>
        <Text fz="var(--num-sheet-small)">{readableAddress(link.url)}</Text>
      </Stack>
    </Box>
  );
}
