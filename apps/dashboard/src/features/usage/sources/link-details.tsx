import { Button, Center, CopyButton, Image, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { CardSummary } from '@num-ecard/contracts/cards';
import type { NamedLink } from '@num-ecard/contracts/usage';
import { IconCheck, IconCopy, IconDownload, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../ui/router-link';
import { ICON } from '../../../ui/theme';
import { pathOf, readableAddress } from '../../../lib/address';

interface LinkDetailsProps {
  card: CardSummary;
  link: NamedLink;
  onDelete(): void;
}

/** A link's code and address, to look at, copy, download and print. */
export function LinkDetails({ card, link, onDelete }: LinkDetailsProps) {
  const { t } = useTranslation('sources');
  const file = `${card.slug}-qr-${link.code}`;
  return (
    <Stack gap="sm">
      <Center>
        {/* On white whatever the scheme: cameras read dark on light. The image brings its own quiet zone. */}
        <Paper bg="white">
          <Image
            src={pathOf(link.qrSvg)}
            alt={t('links.qr', { label: link.label })}
            w="var(--num-qr-size)"
            h="var(--num-qr-size)"
            fit="contain"
            radius="lg"
          />
        </Paper>
      </Center>
      <Text size="sm" ta="center" c="dimmed">
        {readableAddress(link.url)}
      </Text>
      <CopyButton value={link.url}>
        {({ copied, copy }) => (
          <Button
            data-autofocus
            leftSection={
              copied ? (
                <IconCheck size={ICON.small} aria-hidden />
              ) : (
                <IconCopy size={ICON.small} aria-hidden />
              )
            }
            onClick={copy}
          >
            <span aria-live="polite">{t(copied ? 'links.copied' : 'links.copy')}</span>
          </Button>
        )}
      </CopyButton>
      <LinkButton
        to="/print/$card/$code"
        params={{ card: card.slug, code: link.code }}
        variant="default"
        leftSection={<IconPrinter size={ICON.small} aria-hidden />}
      >
        {t('links.print')}
      </LinkButton>
      <SimpleGrid cols={2} spacing="sm">
        {(
          [
            ['SVG', link.qrSvg],
            ['PNG', link.qrPng],
          ] as const
        ).map(([kind, address]) => (
          <Button
            key={kind}
            component="a"
            variant="default"
            href={pathOf(address)}
            download={`${file}.${kind.toLowerCase()}`}
            aria-label={t('links.download', { kind })}
            leftSection={<IconDownload size={ICON.small} aria-hidden />}
          >
            {t('links.downloadShort', { kind })}
          </Button>
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {t('links.formats')}
      </Text>
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={ICON.small} aria-hidden />}
        onClick={onDelete}
      >
        {t('links.delete')}
      </Button>
    </Stack>
  );
}
