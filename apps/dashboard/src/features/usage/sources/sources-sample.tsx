import '../../../locales/sources';
import { Grid, Paper, Stack, Title } from '@mantine/core';
import type { UsageSources } from '@num-ecard/contracts/usage';
import { SOURCES } from '@num-ecard/contracts/usage-vocabulary';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkList } from './link-list';
import { linkRows } from './link-rows';
import { ReferrerList } from './referrer-list';
import { SourceList } from './source-list';

const VIEWS: Partial<Record<(typeof SOURCES)[number], number>> = {
  qr: 214,
  nfc: 96,
  signature: 71,
  social: 58,
  link: 44,
  direct: 23,
};
const HOSTS = [
  ['linkedin.com', 41],
  ['instagram.com', 17],
  ['artisans-du-rhone.example', 9],
] as const;

function figures(all: number, share: number) {
  const views = Math.round(all * share);
  return { views, visitors: Math.round(views * 0.9), clicks: Math.round(views * 0.55) };
}

/** @param share of the figures, for the period before */
function sample(share: number, fair: string, flyer: string): Omit<UsageSources, 'previous'> {
  const sources = SOURCES.map((source) => Object.assign({ source }, figures(VIEWS[source] ?? 0, share)));
  return {
    period: { from: '2026-10-01', to: '2026-10-31' },
    sources: sources.toSorted((a, b) => b.views - a.views),
    referrers: HOSTS.map(([host, views]) => Object.assign({ host }, figures(views, share))),
    links: [
      { code: 'fair', label: fair, deleted: false, ...figures(31, share) },
      { code: 'flyer', label: flyer, deleted: false, ...figures(13, share) },
    ],
  };
}

/** Sources with made-up figures. */
export function SourcesSample() {
  const { t } = useTranslation('sources');
  const labels = [t('sample.fair'), t('sample.flyer')] as const;
  const usage: UsageSources = { ...sample(1, ...labels), previous: sample(0.8, ...labels) };
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Part title={t('title')}>
          <SourceList usage={usage} />
        </Part>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="lg">
          <Part title={t('referrers')}>
            <ReferrerList usage={usage} />
          </Part>
          <Part title={t('links.title')}>
            <LinkList rows={linkRows(undefined, usage)} />
          </Part>
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper p={{ base: 'md', sm: 'lg' }}>
      <Stack gap="md">
        <Title order={2}>{title}</Title>
        {children}
      </Stack>
    </Paper>
  );
}
