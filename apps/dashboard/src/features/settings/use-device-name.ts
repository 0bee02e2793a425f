import { useTranslation } from 'react-i18next';

interface Device {
  browser: string | null;
  system: string | null;
}

/** A device by its browser and system, as its owner would call it. */
export function useDeviceName(): (device: Device) => string {
  const { t } = useTranslation(['settings', 'translation']);
  return ({ browser, system }) =>
    browser !== null && system !== null
      ? t('settings:sessions.device', { browser, system })
      : (browser ?? system ?? t('settings:sessions.unknown'));
}
