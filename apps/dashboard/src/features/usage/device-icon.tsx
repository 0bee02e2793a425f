import {
  IconDeviceDesktop,
  IconDeviceMobile,
  IconDeviceTablet,
  IconDevices,
  type TablerIcon,
} from '@tabler/icons-react';
import { ICON } from '../../ui/theme';

const ICONS: Readonly<Record<string, TablerIcon>> = {
  phone: IconDeviceMobile,
  tablet: IconDeviceTablet,
  desktop: IconDeviceDesktop,
};

/** A class of devices; beside its name, so it says nothing of its own. */
export function DeviceIcon({ device }: { device: string }) {
  const Icon = ICONS[device] ?? IconDevices;
  return <Icon size={ICON.small} aria-hidden />;
}
