import '../../../locales/places';
import { Grid, Paper } from '@mantine/core';
import type { UsageGeography } from '@num-ecard/contracts/usage';
import { useTranslation } from 'react-i18next';
import { PlaceList } from './place-list';
import { PlacesMap } from './places-map';
import { useAreaName } from './use-area-name';

/** Visits by city, as a card that is handed out in Lyon and at trade fairs has them. */
const CITIES = [
  ['FR', 'FR-ARA', 'Lyon', 148, 121],
  ['FR', 'FR-IDF', 'Paris', 64, 70],
  ['FR', 'FR-ARA', 'Villeurbanne', 41, 36],
  ['FR', 'FR-PAC', 'Marseille', 27, 19],
  ['FR', 'FR-ARA', 'Grenoble', 22, 25],
  ['FR', 'FR-OCC', 'Toulouse', 18, 9],
  ['FR', 'FR-BFC', 'Dijon', 12, 7],
  ['FR', 'FR-PDL', 'Nantes', 11, 12],
  ['CH', 'CH-GE', 'Genève', 9, 4],
  ['FR', 'FR-GES', 'Strasbourg', 7, 0],
  ['FR', 'FR-NAQ', 'Bordeaux', 6, 8],
  ['FR', 'FR-BRE', 'Rennes', 4, 2],
  ['FR', 'FR-HDF', 'Lille', 3, 5],
  ['FR', 'FR-20R', 'Ajaccio', 2, 0],
  ['BE', 'BE-BRU', 'Bruxelles', 2, 1],
  ['RE', null, 'Saint-Denis', 2, 0],
] as const;
const UNKNOWN = 5;

const figures = (views: number) => ({ views, visitors: views, clicks: Math.round(views * 0.6) });

/** @param at which of a city's figures */
function sample(at: 0 | 1, nameOf: (code: string) => string): UsageGeography {
  const area = (code: string) => {
    const cities = CITIES.filter(([country, region]) => country === code || region === code);
    return Object.assign(figures(cities.reduce((sum, [, , , ...views]) => sum + views[at], 0)), {
      country: code.slice(0, 2),
      code,
      name: nameOf(code),
    });
  };
  const areas = (codes: readonly string[]) =>
    [...new Set(codes)].map(area).toSorted((a, b) => b.views - a.views);
  return {
    period: { from: '2026-09-01', to: '2026-09-30' },
    countries: areas(CITIES.map(([country]) => country)),
    regions: areas(CITIES.flatMap(([country, region]) => (country === 'FR' ? [region] : []))),
    cities: CITIES.map(([country, region, name, ...views]) =>
      Object.assign(figures(views[at]), { country, region, name }),
    ),
    unknown: UNKNOWN,
  };
}

const nothing = () => {};

/** Places with made-up figures. */
export function PlacesSample() {
  const { t } = useTranslation('places');
  const nameOf = useAreaName();
  const geography = { ...sample(0, nameOf), previous: sample(1, nameOf) };
  return (
    <Grid gap="md" aria-label={t('map.title')}>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Paper p={{ base: 'md', sm: 'lg' }}>
          <PlacesMap geography={geography} area={undefined} onArea={nothing} />
        </Paper>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Paper p={{ base: 'md', sm: 'lg' }}>
          <PlaceList geography={geography} area={undefined} onArea={nothing} />
        </Paper>
      </Grid.Col>
    </Grid>
  );
}
