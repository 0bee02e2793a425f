import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { ICON } from '../../ui/theme';

const PHONES = new Set(['iOS', 'Android']);

export function DeviceIcon({ system }: { system: string | null }) {
  const Icon = PHONES.has(system ?? '') ? IconDeviceMobile : IconDeviceDesktop;
  return <Icon size={ICON.medium} aria-hidden />;
}
