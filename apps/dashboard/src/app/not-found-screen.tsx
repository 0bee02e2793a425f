import { Container, EmptyState } from '@mantine/core';
import { IconMapSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../ui/router-link';
import { ICON } from '../ui/theme';

export function NotFoundScreen() {
  const { t } = useTranslation();
  return (
    <Container component="main" size="form" py="2xl">
      <title>{`${t('app.notFound')} · ${t('app.name')}`}</title>
      <EmptyState variant="light" color="gray" icon={<IconMapSearch size={ICON.large} aria-hidden />}>
        <EmptyState.Title order={1}>{t('app.notFound')}</EmptyState.Title>
        <EmptyState.Description>{t('app.notFoundHint')}</EmptyState.Description>
        <EmptyState.Actions>
          <LinkButton to="/">{t('app.home')}</LinkButton>
        </EmptyState.Actions>
      </EmptyState>
    </Container>
  );
}
