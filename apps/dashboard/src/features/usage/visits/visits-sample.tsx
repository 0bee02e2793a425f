import '../../../locales/visits';
import { Stack } from '@mantine/core';
import type { UsageFiltered } from '@num-ecard/contracts/usage';
import { useTranslation } from 'react-i18next';
import { answered, Panel } from '../../../ui/panel';
import { FilteredList } from './filtered-list';
import type { Visit } from './visit-days';
import { VisitList } from './visit-list';

const LYON = {
  country: 'FR',
  countryName: 'France',
  region: 'FR-ARA',
  regionName: 'Auvergne-Rhône-Alpes',
  city: 'Lyon',
};
const PARIS = { ...LYON, region: 'FR-IDF', regionName: 'Île-de-France', city: 'Paris' };

const USUAL: Omit<Visit, 'at'> = {
  card: { slug: 'exemple', title: '' },
  source: 'qr',
  link: null,
  referrer: null,
  place: LYON,
  device: 'phone',
  browser: 'Safari',
  system: 'iOS',
  engagedMs: 18_000,
  clicks: [],
};

const VISITS: Visit[] = [
  { ...USUAL, at: '2026-09-30T16:42:00.000Z', clicks: [{ target: 'phone', clicks: 1 }] },
  {
    ...USUAL,
    at: '2026-09-30T15:08:00.000Z',
    source: 'link',
    link: { code: 'salon', label: 'Salon de Lyon' },
    engagedMs: 46_000,
    clicks: [
      { target: 'vcard', clicks: 1 },
      { target: 'email', clicks: 2 },
    ],
  },
  {
    ...USUAL,
    at: '2026-09-30T09:31:00.000Z',
    source: 'social',
    referrer: 'linkedin.com',
    place: PARIS,
    device: 'desktop',
    browser: 'Chrome',
    system: 'Windows',
    engagedMs: 9_000,
  },
  { ...USUAL, at: '2026-09-30T07:55:00.000Z', source: 'nfc', engagedMs: 4_000 },
];

const FILTERED: UsageFiltered = {
  period: { from: '2026-09-01', to: '2026-09-30' },
  views: 12,
  clicks: 0,
  reasons: [
    { reason: 'bot', views: 4, clicks: 0 },
    { reason: 'preview', views: 8, clicks: 0 },
  ],
};

/** Visits that nobody made. */
export function VisitsSample() {
  const { t } = useTranslation('visits');
  return (
    <Stack gap="lg">
      <Panel title={t('title')} query={answered({ visits: VISITS })} height="auto">
        {(page) => <VisitList pages={[page]} timeZone="Europe/Paris" today="2026-09-30" withCard={false} />}
      </Panel>
      <Panel title={t('filtered.title')} query={answered(FILTERED)} height="auto">
        {(filtered) => <FilteredList filtered={filtered} />}
      </Panel>
    </Stack>
  );
}
