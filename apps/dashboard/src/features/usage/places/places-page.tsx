import '../../../locales/places';
import { Grid } from '@mantine/core';
import type { UsageGeography } from '@num-ecard/contracts/usage';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/panel';
import type { UsagePageProps } from '../usage-page-props';
import { PlaceList } from './place-list';
import { allViews } from './place-rows';
import { PlacesMap } from './places-map';
import { placesQuery } from './places.query';

const isEmpty = (geography: UsageGeography) => allViews(geography) === 0;

/** Where the card is looked at. */
export function PlacesPage({ view, onChange }: UsagePageProps) {
  const { t } = useTranslation('places');
  const query = useQuery(placesQuery(view));
  const { area } = view;
  const onArea = (chosen: string | undefined) => onChange({ area: chosen });
  const panel = { query, isEmpty, emptyText: t('empty'), height: 'var(--num-places-height)' };
  return (
    <Grid gap="lg" align="stretch">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Panel {...panel} title={t('map.title')}>
          {(data) => <PlacesMap geography={data} area={area} onArea={onArea} />}
        </Panel>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Panel {...panel} title={t('list.title')}>
          {(data) => <PlaceList geography={data} area={area} onArea={onArea} />}
        </Panel>
      </Grid.Col>
    </Grid>
  );
}
