import { Box, Grid, Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface SettingsSectionProps {
  name:
    | 'account'
    | 'place'
    | 'password'
    | 'sessions'
    | 'notifications'
    | 'push'
    | 'report'
    | 'referral'
    | 'keys'
    | 'uncounted';
  children: ReactNode;
}

/** One subject of the settings: what it is about beside what can be chosen. */
export function SettingsSection({ name, children }: SettingsSectionProps) {
  const { t } = useTranslation(['settings', 'translation']);
  const id = useId();
  return (
    <Paper component="section" p={{ base: 'md', sm: 'lg' }} aria-labelledby={id}>
      <Grid gap={{ base: 'md', sm: 'xl' }}>
        <Grid.Col span={{ base: 12, sm: 4 }}>
          <Title order={2} id={id}>
            {t(`settings:${name}.title`)}
          </Title>
          <Text size="sm" c="dimmed">
            {t(`settings:${name}.hint`)}
          </Text>
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 8 }}>
          <Box maw="var(--num-form-width)">{children}</Box>
        </Grid.Col>
      </Grid>
    </Paper>
  );
}
