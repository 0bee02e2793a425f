import { Group, Skeleton, Stack, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type ComponentType, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../features/exports/export-button';
import { meQuery } from '../features/session/me.query';
import type { UsagePageProps } from '../features/usage/usage-page-props';
import { EVERY_CARD } from '../lib/usage-search';
import { Locked } from '../ui/locked';
import { USAGE_PAGES, type UsagePageName } from './usage-pages';
import { useChangeView, usePageView } from './use-usage-view';
import { fetchCode } from '../lib/fetch-code';
import { Part } from '../ui/part';

// The overview needs no period.
const PeriodPicker = lazy(() =>
  fetchCode(() => import('../ui/period-picker').then((module) => ({ default: module.PeriodPicker }))),
);

interface Props {
  name: Exclude<UsagePageName, 'overview'>;
  Page: ComponentType<UsagePageProps>;
  /** Whether the page compares periods. */
  compares?: boolean;
  /** The page drawn with made-up figures, for the models that do not have it. */
  Sample: ComponentType;
}

/** A usage screen about a period: its title, the period, and its figures or an example of them. */
export function UsagePage({ name, Page, compares = true, Sample }: Props) {
  const { t } = useTranslation(['translation', 'locked']);
  const view = usePageView();
  const change = useChangeView();
  const { cards, features } = useSuspenseQuery(meQuery).data;
  const entry = USAGE_PAGES.find((page) => page.name === name);
  if (entry === undefined) throw new Error(`there is no usage page ${name}`);
  const title = t(`pages.${name}`);

  return (
    <Stack gap="lg">
      <title>{`${title} · ${t('app.name')}`}</title>
      {features.includes(entry.feature) ? (
        <>
          <Group justify="space-between">
            <Title order={1} size="h2">
              {title}
            </Title>
            <ExportButton
              // That one screen shows all cards, whichever is chosen.
              view={name === 'cards' && cards.length > 1 ? { ...view, scope: EVERY_CARD } : view}
              features={features}
              cards={cards.length}
            />
          </Group>
          <Part fallback={<Skeleton h="var(--num-period-height)" />}>
            <PeriodPicker view={view} compares={compares} onChange={change} />
          </Part>
          <Page view={view} onChange={change} />
        </>
      ) : (
        <Locked feature={entry.feature} title={title} answers={t(`locked:answers.${name}`)}>
          <Sample />
        </Locked>
      )}
    </Stack>
  );
}
