import { Button, Center, CopyButton, Image, Paper, Stack, Text } from '@mantine/core';
import type { CardSummary } from '@num-ecard/contracts/cards';
import { IconCheck, IconCopy, IconDownload, IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../ui/theme';

/** The card's QR code and link, to look at, copy, download and open. */
export function CardQr({ card }: { card: CardSummary }) {
  const { t } = useTranslation();
  const address = `/c/${card.slug}/qr`;
  return (
    <Stack gap="sm">
      <Center>
        {/* On white whatever the scheme: cameras read dark on light. The image brings its own quiet zone. */}
        <Paper bg="white">
          <Image
            src={`${address}.svg`}
            alt={t('share.qr', { title: card.title })}
            w="var(--num-qr-size)"
            h="var(--num-qr-size)"
            fit="contain"
            radius="lg"
          />
        </Paper>
      </Center>
      <Text size="sm" c="dimmed" ta="center">
        {t('share.qrHint')}
      </Text>
      <Button
        component="a"
        href={card.url}
        target="_blank"
        rel="noopener"
        leftSection={<IconExternalLink size={ICON.small} aria-hidden />}
      >
        {t('share.open')}
      </Button>
      <CopyButton value={card.url}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            leftSection={
              copied ? (
                <IconCheck size={ICON.small} aria-hidden />
              ) : (
                <IconCopy size={ICON.small} aria-hidden />
              )
            }
            onClick={copy}
          >
            <span aria-live="polite">{copied ? t('share.copied') : t('share.copy')}</span>
          </Button>
        )}
      </CopyButton>
      <Button
        component="a"
        variant="subtle"
        href={`${address}.png`}
        download={`${card.slug}-qr.png`}
        leftSection={<IconDownload size={ICON.small} aria-hidden />}
      >
        {t('share.download')}
      </Button>
    </Stack>
  );
}
