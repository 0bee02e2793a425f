import { ActionIcon, Badge, CopyButton, Group, Text } from '@mantine/core';
import type { NamedLink } from '@num-ecard/contracts/usage';
import { IconCheck, IconCopy, IconQrcode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';
import { BarTable } from './bar-table';
import { readableAddress } from '../../../lib/address';
import type { LinkRow } from './link-rows';

interface LinkListProps {
  rows: readonly LinkRow[];
  /** Shows a link's address and code; absent where links are only counted. */
  onOpen?: ((link: NamedLink) => void) | undefined;
}

/** Named links with their figures. */
export function LinkList({ rows, onOpen }: LinkListProps) {
  const { t } = useTranslation('sources');
  return (
    <BarTable
      label={t('links.title')}
      nameHead={t('links.head')}
      withClicks
      withActions={onOpen !== undefined}
      rows={rows.map(({ code, label, deleted, twin, link, ...figures }) => ({
        ...figures,
        key: code,
        name: deleted ? (
          <Group gap="xs" component="span">
            {label}
            <Badge component="span" variant="light" color="gray">
              {t('links.deleted')}
            </Badge>
          </Group>
        ) : (
          label
        ),
        hint: link ? <Address link={link} /> : twin ? code : undefined,
        actions: link && onOpen && <LinkActions link={link} onOpen={() => onOpen(link)} />,
      }))}
    />
  );
}

/** On a phone there is no room for it: it is with the code. */
function Address({ link }: { link: NamedLink }) {
  return (
    <Text span inherit visibleFrom="sm">
      {readableAddress(link.url)}
    </Text>
  );
}

function LinkActions({ link, onOpen }: { link: NamedLink; onOpen(): void }) {
  const { t } = useTranslation('sources');
  return (
    <Group gap="xs" wrap="nowrap" justify="flex-end">
      <CopyButton value={link.url}>
        {({ copied, copy }) => (
          <ActionIcon
            variant="default"
            size="lg"
            visibleFrom="sm"
            aria-label={t(copied ? 'links.copied' : 'links.copyOf', { label: link.label })}
            title={t(copied ? 'links.copied' : 'links.copy')}
            onClick={copy}
          >
            {copied ? (
              <IconCheck size={ICON.medium} aria-hidden />
            ) : (
              <IconCopy size={ICON.medium} aria-hidden />
            )}
          </ActionIcon>
        )}
      </CopyButton>
      <ActionIcon
        variant="light"
        size="lg"
        aria-label={t('links.open', { label: link.label })}
        title={t('links.openShort')}
        onClick={onOpen}
      >
        <IconQrcode size={ICON.medium} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
