import { Button, CopyButton, Group, Image, Paper, Stack, Text, Title } from '@mantine/core';
import type { Ambassador } from '@num-ecard/contracts/referral-ambassadors';
import { IconCheck, IconCopy, IconDownload, IconShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { pathOf, readableAddress } from '../../../lib/address';
import { ICON } from '../../../ui/theme';

type Link = Ambassador['links'][number];

interface PersonalLinksProps {
  name: string;
  links: readonly Link[];
}

/** By a personal link, one a card, an ambassador need not type who they are. */
export function PersonalLinks({ name, links }: PersonalLinksProps) {
  const { t } = useTranslation('ambassadors');
  if (links.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3}>{t('link.title')}</Title>
      <Text size="sm" c="dimmed">
        {t('link.hint')}
      </Text>
      {links.map((link) => (
        <PersonalLink key={link.card} name={name} link={link} />
      ))}
    </Stack>
  );
}

function PersonalLink({ name, link: { card, url, qrSvg, qrPng } }: { name: string; link: Link }) {
  const { t } = useTranslation('ambassadors');
  // Most computers have nothing to share with.
  const canShare = 'share' in navigator;
  return (
    <Paper p="md">
      <Group align="flex-start" gap="md">
        {/* On white whatever the scheme: cameras read dark on light. The image brings its own quiet zone. */}
        <Paper bg="white">
          <Image
            src={pathOf(qrSvg)}
            alt={t('link.qr', { name, card })}
            w="var(--num-qr-size)"
            h="var(--num-qr-size)"
            fit="contain"
            radius="lg"
          />
        </Paper>
        <Stack gap="xs" flex={1} miw="var(--num-qr-size)">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {readableAddress(url)}
          </Text>
          <Group gap="xs">
            {canShare && (
              <Button
                size="sm"
                leftSection={<IconShare size={ICON.small} aria-hidden />}
                // Rejected when the person thinks better of it.
                onClick={() => void navigator.share({ url, title: t('link.share') }).catch(() => {})}
              >
                {t('link.shareOpen')}
              </Button>
            )}
            <CopyButton value={url}>
              {({ copied, copy }) => {
                const Icon = copied ? IconCheck : IconCopy;
                return (
                  <Button
                    size="sm"
                    variant="default"
                    leftSection={<Icon size={ICON.small} aria-hidden />}
                    onClick={copy}
                  >
                    <span aria-live="polite">{t(copied ? 'link.copied' : 'link.copy')}</span>
                  </Button>
                );
              }}
            </CopyButton>
          </Group>
          <Group gap="xs">
            {(
              [
                ['SVG', qrSvg],
                ['PNG', qrPng],
              ] as const
            ).map(([kind, address]) => (
              <Button
                key={kind}
                component="a"
                size="sm"
                variant="default"
                href={pathOf(address)}
                download={`${card}-qr.${kind.toLowerCase()}`}
                aria-label={t('link.download', { kind })}
                leftSection={<IconDownload size={ICON.small} aria-hidden />}
              >
                {kind}
              </Button>
            ))}
          </Group>
        </Stack>
      </Group>
    </Paper>
  );
}
