import { Box, Button, Center, Container, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../ui/brand';
import { LANGUAGES, useLocale } from '../../ui/use-locale';

interface EntranceProps {
  title: string;
  lead?: string;
  children: ReactNode;
}

/** The frame of every page that needs no session. */
export function Entrance({ title, lead, children }: EntranceProps) {
  const { t } = useTranslation();
  const [locale, setLocale] = useLocale();
  return (
    <Container component="main" size="form" px="md" py={{ base: 'xl', sm: '2xl' }}>
      <title>{`${title} · ${t('app.name')}`}</title>
      <Stack gap="xl">
        <Center>
          <Brand />
        </Center>
        <Paper p={{ base: 'lg', sm: 'xl' }}>
          <Stack gap="lg">
            <Box>
              <Title order={1}>{title}</Title>
              {lead !== undefined && (
                <Text c="dimmed" mt="xs">
                  {lead}
                </Text>
              )}
            </Box>
            {children}
          </Stack>
        </Paper>
        <Group justify="center">
          {LANGUAGES.filter(({ value }) => value !== locale).map(({ value, label }) => (
            <Button
              key={value}
              variant="subtle"
              color="gray"
              size="sm"
              lang={value}
              onClick={() => setLocale(value)}
            >
              {label}
            </Button>
          ))}
        </Group>
      </Stack>
    </Container>
  );
}
