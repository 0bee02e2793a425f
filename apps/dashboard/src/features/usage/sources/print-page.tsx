import '../../../locales/sources';
import {
  Box,
  Button,
  EmptyState,
  Group,
  Paper,
  Portal,
  SegmentedControl,
  Skeleton,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import type { CardSummary } from '@num-ecard/contracts/cards';
import { IconArrowLeft, IconPrinter, IconUnlink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../../ui/failure-notice';
import { LinkButton } from '../../../ui/router-link';
import { ICON } from '../../../ui/theme';
import { LabelSheet } from './label-sheet';
import { namedLinksQuery } from './named-links.query';
import { PosterSheet } from './poster-sheet';
import classes from './sheet.module.css';

const SHEETS = { poster: PosterSheet, labels: LabelSheet } as const;
const KINDS = ['poster', 'labels'] as const;

interface PrintPageProps {
  card: CardSummary;
  /** Of the named link. */
  code: string;
}

/** A named link on paper: one large code, or several to cut out. The browser prints the sheet and nothing else. */
export function PrintPage({ card, code }: PrintPageProps) {
  const { t } = useTranslation(['sources', 'translation']);
  const query = useQuery(namedLinksQuery(card.id));
  const [kind, setKind] = useState<(typeof KINDS)[number]>('poster');
  const link = query.data?.links.find((each) => each.code === code);
  const Sheet = SHEETS[kind];
  const paper = useRef<HTMLDivElement>(null);
  async function print() {
    // A code that is still being loaded would be missing on paper.
    const images = paper.current?.querySelectorAll('img') ?? [];
    await Promise.allSettled(Array.from(images, (image) => image.decode()));
    window.print();
  }
  const back = (
    <LinkButton
      to="/sources"
      search={{ card: card.slug }}
      variant="transparent"
      px={0}
      leftSection={<IconArrowLeft size={ICON.small} aria-hidden />}
    >
      {t('sources:print.back')}
    </LinkButton>
  );

  if (query.data === undefined && query.isError) {
    return (
      <FailureNotice
        order={1}
        error={query.error}
        retrying={query.isFetching}
        onRetry={() => void query.refetch()}
      />
    );
  }
  if (query.data === undefined) return <Skeleton h="var(--num-sheet-preview)" />;
  if (link === undefined) {
    return (
      <Paper p="xl">
        <EmptyState variant="light" color="gray" icon={<IconUnlink size={ICON.large} aria-hidden />}>
          <EmptyState.Title order={1}>{t('sources:print.gone')}</EmptyState.Title>
          <EmptyState.Actions>{back}</EmptyState.Actions>
        </EmptyState>
      </Paper>
    );
  }
  return (
    <Stack gap="lg">
      <title>{`${link.label} · ${t('translation:app.name')}`}</title>
      <Stack gap="xs" align="flex-start">
        {back}
        <Title order={1} size="h2">
          {t('sources:print.title', { label: link.label })}
        </Title>
        <Text c="dimmed">{t('sources:print.lead')}</Text>
      </Stack>
      <Group gap="sm">
        <SegmentedControl
          aria-label={t('sources:print.kind')}
          value={kind}
          // Its words fade, which reduced motion does not stop.
          transitionDuration={0}
          data={KINDS.map((value) => ({ value, label: t(`sources:print.${value}`) }))}
          onChange={setKind}
        />
        <Button leftSection={<IconPrinter size={ICON.small} aria-hidden />} onClick={() => void print()}>
          {t('sources:print.submit')}
        </Button>
      </Group>
      <Paper
        radius="sm"
        shadow="md"
        w="100%"
        maw="var(--num-sheet-preview)"
        role="img"
        aria-label={t('sources:print.preview', { label: link.label })}
      >
        <Sheet card={card} link={link} />
      </Paper>
      <Portal>
        <Box ref={paper} className={classes['printed']}>
          <Sheet card={card} link={link} />
        </Box>
      </Portal>
    </Stack>
  );
}
