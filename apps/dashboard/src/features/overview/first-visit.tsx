import '../../locales/first-visit';
import { Grid, Paper, Stack, Text, ThemeIcon, Timeline, Title } from '@mantine/core';
import type { CardSummary } from '@num-ecard/contracts/cards';
import { IconMoon, IconQrcode, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../ui/theme';
import { CardQr } from './card-qr';

/** A card that nobody has opened yet: how to hand it out. */
export function FirstVisit({ card }: { card: CardSummary }) {
  const { t } = useTranslation('first-visit');
  const steps = [
    { key: 'scan', Icon: IconQrcode },
    { key: 'send', Icon: IconSend },
    { key: 'watch', Icon: IconMoon },
  ] as const;
  return (
    <Paper p={{ base: 'md', sm: 'xl' }}>
      <Grid gap="xl" align="center">
        <Grid.Col span={{ base: 12, sm: 7 }}>
          <Stack gap="lg">
            <div>
              <Title order={2} size="h1">
                {t('title')}
              </Title>
              <Text c="dimmed" mt="xs">
                {t('lead')}
              </Text>
            </div>
            <Timeline active={-1} bulletSize={ICON.large}>
              {steps.map(({ key, Icon }) => (
                <Timeline.Item
                  key={key}
                  title={t(`${key}Title`)}
                  bullet={
                    <ThemeIcon variant="light" radius="xl" size={ICON.large} aria-hidden>
                      <Icon size={ICON.small} />
                    </ThemeIcon>
                  }
                >
                  <Text size="sm" c="dimmed">
                    {t(key)}
                  </Text>
                </Timeline.Item>
              ))}
            </Timeline>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 5 }}>
          <CardQr card={card} />
        </Grid.Col>
      </Grid>
    </Paper>
  );
}
