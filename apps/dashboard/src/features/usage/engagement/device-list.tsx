import { Stack } from '@mantine/core';
import type { UsageDevices } from '@num-ecard/contracts/usage';
import { DEVICES } from '@num-ecard/contracts/usage-vocabulary';
import { useTranslation } from 'react-i18next';
import { DeviceIcon } from '../device-icon';
import { LIST } from '../../../ui/theme';
import { type Counted, largestParts, REST } from './parts';
import { ShareRow } from './share-row';

/** What visits are told apart by. */
export const DEVICE_CLASSES = ['byDevice', 'byBrowser', 'bySystem'] as const;
export type DeviceClass = (typeof DEVICE_CLASSES)[number];

/** The others are held together. */
const MOST = 5;

const COUNTED: Record<DeviceClass, (answer: Omit<UsageDevices, 'period'>) => Counted[]> = {
  byDevice: ({ devices }) => devices.map(({ device: name, views }) => ({ name, views })),
  byBrowser: ({ browsers }) => browsers.map(({ browser: name, views }) => ({ name, views })),
  bySystem: ({ systems }) => systems.map(({ system: name, views }) => ({ name, views })),
};

interface DeviceListProps {
  devices: UsageDevices;
  by: DeviceClass;
}

/** What the card is opened with. */
export function DeviceList({ devices, by }: DeviceListProps) {
  const { t } = useTranslation('engagement');
  const counted = COUNTED[by];
  const nameOf = (name: string) => {
    if (name === REST) return t('devices.other');
    const device = DEVICES.find((known) => known === name);
    return by === 'byDevice' && device !== undefined ? t(`devices.${device}`) : name;
  };
  return (
    <Stack component="ul" gap="lg" {...LIST}>
      {largestParts(counted(devices), devices.previous && counted(devices.previous), MOST).map(
        ({ name, views, share, before }) => (
          <ShareRow
            key={name}
            icon={by === 'byDevice' && <DeviceIcon device={name} />}
            name={nameOf(name)}
            share={share}
            detail={t('visits', { count: views })}
            now={views}
            before={before}
          />
        ),
      )}
    </Stack>
  );
}
