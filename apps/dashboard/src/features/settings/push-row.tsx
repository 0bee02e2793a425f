import { Badge, Button } from '@mantine/core';
import type { PushSubscription } from '@num-ecard/contracts/push';
import { useTranslation } from 'react-i18next';
import { calendarDay, shortDate } from '@num-ecard/contracts/calendar';
import { DeviceIcon } from './device-icon';
import { ListRow } from './list-row';
import { useDeviceName } from './use-device-name';

interface PushRowProps {
  subscription: PushSubscription;
  isThisDevice: boolean;
  timezone: string;
  stopping: boolean;
  onStop(): void;
}

/** One device that is alerted. */
export function PushRow({ subscription, isThisDevice, timezone, stopping, onStop }: PushRowProps) {
  const { t, i18n } = useTranslation(['settings', 'translation']);
  const device = useDeviceName()(subscription);
  const today = calendarDay(new Date(), timezone);
  const date = shortDate(new Date(subscription.createdAt), timezone, i18n.language, today);
  return (
    <ListRow
      icon={<DeviceIcon system={subscription.system} />}
      title={device}
      detail={t('settings:push.since', { date })}
      mark={
        isThisDevice && (
          <Badge variant="light" color="ink">
            {t('settings:sessions.here')}
          </Badge>
        )
      }
      action={
        <Button
          size="compact-sm"
          variant="default"
          loading={stopping}
          aria-label={t('settings:push.stopOne', { device, date })}
          onClick={onStop}
        >
          {t('settings:push.stop')}
        </Button>
      }
    />
  );
}
