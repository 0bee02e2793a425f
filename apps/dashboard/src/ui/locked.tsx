import '../locales/locked';
import { Alert, Badge, Box, Group, Stack, Text, Title } from '@mantine/core';
import { type Feature, PLAN_NAMES, plansWith } from '@num-ecard/contracts/plans';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ICON, WEIGHT } from './theme';

interface LockedProps {
  feature: Feature;
  /** What it is called, and what it answers. */
  title: string;
  answers: string;
  /** The screen itself, drawn with made-up figures. */
  children: ReactNode;
}

/** A feature that the account's model does not have: what it answers, which model has it, and an example that says it is one. */
export function Locked({ feature, title, answers, children }: LockedProps) {
  const { t, i18n } = useTranslation('locked');
  const names = plansWith(feature).map((plan) => PLAN_NAMES[plan]);
  const plans = new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(names);
  return (
    <Stack gap="lg">
      <Alert
        variant="light"
        icon={<IconLock size={ICON.medium} aria-hidden />}
        title={
          <Title order={1} size="h2">
            {title}
          </Title>
        }
      >
        <Text>{answers}</Text>
        <Text mt="xs" fw={WEIGHT.medium}>
          {t('plans', { plans, count: names.length })}
        </Text>
      </Alert>
      <Stack component="section" gap="sm" aria-label={t('example')}>
        <Group gap="xs">
          <Badge size="lg" variant="light" color="amber">
            {t('example')}
          </Badge>
          <Text size="sm" c="dimmed">
            {t('exampleHint')}
          </Text>
        </Group>
        {/* To look at only: nothing in it can be reached or pressed. */}
        <Box inert>{children}</Box>
      </Stack>
    </Stack>
  );
}
