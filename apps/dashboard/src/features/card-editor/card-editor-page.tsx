import '../../locales/card-editor';
import { Anchor, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { CardSummary } from '@num-ecard/contracts/cards';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../ui/failure-notice';
import { ICON } from '../../ui/theme';
import { CardEditor } from './card-editor';
import { cardQuery } from './card.query';
import { OtherSite } from './other-site';

interface CardEditorPageProps {
  card: CardSummary;
  /** With several cards: the way to the others. */
  picker?: ReactNode;
  onSaved(): void;
}

/** What the card shows, as its owner changes it, and how to count another page's visits with it. */
export function CardEditorPage({ card, picker, onSaved }: CardEditorPageProps) {
  const { t } = useTranslation(['card-editor', 'translation']);
  const loaded = useQuery(cardQuery(card));
  return (
    <Stack gap="lg">
      <title>{`${t('card-editor:title')} · ${t('translation:app.name')}`}</title>
      {picker}
      <Group justify="space-between" align="flex-end" gap="xs">
        <div>
          <Title order={1}>{t('card-editor:title')}</Title>
          <Text c="dimmed">{t('card-editor:lead')}</Text>
        </div>
        <Anchor href={card.url} target="_blank" rel="noopener">
          <Group gap="xs" component="span" wrap="nowrap">
            <IconExternalLink size={ICON.small} aria-hidden />
            {t('translation:share.open')}
          </Group>
        </Anchor>
      </Group>
      {loaded.data !== undefined ? (
        <CardEditor loaded={loaded.data} onSaved={onSaved} />
      ) : loaded.isError ? (
        <FailureNotice
          title={t('card-editor:failed')}
          error={loaded.error}
          retrying={loaded.isFetching}
          onRetry={() => void loaded.refetch()}
        />
      ) : (
        <Skeleton h="var(--num-preview-height)" aria-busy />
      )}
      <OtherSite card={card} profile={loaded.data?.profile} />
    </Stack>
  );
}
