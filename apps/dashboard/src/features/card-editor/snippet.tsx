import { Button, Code, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../ui/theme';

interface SnippetProps {
  title: string;
  hint: string;
  code: string;
  children?: ReactNode;
}

/** Some lines of HTML to copy, and what they are for. */
export function Snippet({ title, hint, code, children }: SnippetProps) {
  const { t } = useTranslation(['card-editor', 'translation']);
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Title order={3}>{title}</Title>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button
              variant="light"
              size="xs"
              aria-label={t('card-editor:site.copyOf', { title })}
              leftSection={
                copied ? (
                  <IconCheck size={ICON.small} aria-hidden />
                ) : (
                  <IconCopy size={ICON.small} aria-hidden />
                )
              }
              onClick={copy}
            >
              <span aria-live="polite">
                {t(copied ? 'card-editor:site.copied' : 'card-editor:site.copy')}
              </span>
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="sm">{hint}</Text>
      {/* Broken into lines rather than scrolled: a phone has no other way to see the end. */}
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {code}
      </Code>
      {children}
    </Stack>
  );
}
