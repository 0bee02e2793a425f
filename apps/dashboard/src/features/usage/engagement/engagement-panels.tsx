import '../../../locales/engagement';
import { SegmentedControl, SimpleGrid, Stack } from '@mantine/core';
import type { UsageClicks, UsageDevices, UsageEngagement, UsageHours } from '@num-ecard/contracts/usage';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel, type PanelQuery } from '../../../ui/panel';
import { ButtonList } from './button-list';
import { DEVICE_CLASSES, type DeviceClass, DeviceList } from './device-list';
import { TimeSpent } from './time-spent';
import { WeekHourMap } from './week-hour-map';

interface EngagementPanelsProps {
  clicks: PanelQuery<UsageClicks>;
  engagement: PanelQuery<UsageEngagement>;
  devices: PanelQuery<UsageDevices>;
  hours: PanelQuery<UsageHours>;
  timezone: string;
}

/** What visitors do on the card, how long, with what, and when. */
export function EngagementPanels({ clicks, engagement, devices, hours, timezone }: EngagementPanelsProps) {
  const { t } = useTranslation('engagement');
  const [by, setBy] = useState<DeviceClass>('byDevice');
  const zone = timezone.slice(timezone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <Panel
          title={t('buttons.title')}
          hint={t('buttons.hint')}
          query={clicks}
          height="var(--num-buttons-height)"
          isEmpty={(data) => data.visits === 0 && data.clicks === 0}
        >
          {(data) => <ButtonList clicks={data} />}
        </Panel>
        <Stack gap="lg">
          <Panel
            title={t('time.title')}
            query={engagement}
            height="var(--num-engaged-height)"
            isEmpty={(data) => data.visits === 0}
          >
            {(data) => <TimeSpent engagement={data} />}
          </Panel>
          <Panel
            title={t('devices.title')}
            query={devices}
            height="var(--num-devices-height)"
            isEmpty={(data) => data.devices.every(({ views }) => views === 0)}
            actions={
              <SegmentedControl
                size="xs"
                aria-label={t('devices.by')}
                value={by}
                data={DEVICE_CLASSES.map((name) => ({ value: name, label: t(`devices.${name}`) }))}
                onChange={setBy}
              />
            }
          >
            {(data) => <DeviceList devices={data} by={by} />}
          </Panel>
        </Stack>
      </SimpleGrid>
      <Panel
        title={t('hours.title')}
        hint={t('hours.hint', { zone })}
        query={hours}
        height="var(--num-hours-height)"
        isEmpty={(data) => data.hours.every(({ views }) => views === 0)}
      >
        {(data) => <WeekHourMap answer={data} />}
      </Panel>
    </Stack>
  );
}
