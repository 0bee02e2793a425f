import { Button, Container, EmptyState } from '@mantine/core';
import { IconMoodSad, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../ui/theme';

/** In place of a page that broke while being drawn. */
export function CrashScreen() {
  const { t } = useTranslation();
  return (
    <Container component="main" size="form" py="2xl">
      <EmptyState
        variant="light"
        color="gray"
        icon={<IconMoodSad size={ICON.large} aria-hidden />}
        role="alert"
      >
        <EmptyState.Title order={1}>{t('app.crashed')}</EmptyState.Title>
        <EmptyState.Description>{t('app.crashedHint')}</EmptyState.Description>
        <EmptyState.Actions>
          <Button
            leftSection={<IconRefresh size={ICON.small} aria-hidden />}
            onClick={() => window.location.reload()}
          >
            {t('app.reload')}
          </Button>
        </EmptyState.Actions>
      </EmptyState>
    </Container>
  );
}
