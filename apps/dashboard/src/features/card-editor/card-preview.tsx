import { Alert, Box, Paper, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { CardDetail } from '@num-ecard/contracts/card-editing';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../ui/failure-text';
import { useLocale } from '../../ui/use-locale';
import { type CardFormValues, draftOf } from './card-form';
import { previewQuery } from './card.query';

/** Milliseconds without a key pressed before the card is drawn anew. */
const PAUSE_MS = 400;

interface CardPreviewProps {
  card: CardDetail;
  values: CardFormValues;
}

/** The card's page as it would be, drawn by the code that draws the page itself. */
export function CardPreview({ card, values }: CardPreviewProps) {
  const { t } = useTranslation(['card-editor', 'translation']);
  const { t: inWords } = useTranslation();
  const [locale] = useLocale();
  const [settled] = useDebouncedValue(values, PAUSE_MS);
  const { data, error } = useQuery(previewQuery(card, draftOf(settled, card), locale));
  return (
    <Stack gap="xs" component="section" aria-label={t('card-editor:preview.title')}>
      {error !== null && <Alert color="yellow">{failureText(error, inWords)}</Alert>}
      <Paper
        style={{ overflow: 'hidden' }}
        h={{ base: 'var(--num-preview-height-phone)', md: 'var(--num-preview-height)' }}
      >
        {data === undefined && error === null && <Skeleton h="100%" />}
        {data !== undefined && <Frame html={data} title={t('card-editor:preview.frame')} />}
      </Paper>
      <Text size="sm" c="dimmed" ta="center">
        {t('card-editor:preview.hint')}
      </Text>
      <VisuallyHidden aria-live="polite">
        {data !== undefined && settled !== values ? '' : t('card-editor:preview.upToDate')}
      </VisuallyHidden>
    </Stack>
  );
}

/**
 * No script runs in it and nothing leaves it, whatever the page says; but it is of our origin, so that a new version is put
 * in the place of the old one: loaded anew, it would flicker and be at its top again.
 */
function Frame({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [first] = useState(html);
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (loaded && page) replacePage(page, html);
  }, [html, loaded]);
  return (
    <Box
      component="iframe"
      ref={frame}
      title={title}
      srcDoc={first}
      sandbox="allow-same-origin"
      onLoad={() => setLoaded(true)}
      w="100%"
      h="100%"
      bd={0}
      display="block"
    />
  );
}

function replacePage(page: Document, html: string): void {
  const next = new DOMParser().parseFromString(html, 'text/html');
  const style = page.querySelector('style');
  if (style !== null) style.textContent = next.querySelector('style')?.textContent ?? '';
  page.documentElement.lang = next.documentElement.lang;
  page.body.replaceChildren(...next.body.childNodes);
}
