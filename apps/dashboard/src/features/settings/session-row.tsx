import { Badge, Button } from '@mantine/core';
import type { Session } from '@num-ecard/contracts/sessions';
import { useTranslation } from 'react-i18next';
import { calendarDay, shortDate, timeOfDay } from '@num-ecard/contracts/calendar';
import { DeviceIcon } from './device-icon';
import { ListRow } from './list-row';
import { useDeviceName } from './use-device-name';

interface SessionRowProps {
  session: Session;
  timezone: string;
  ending: boolean;
  onEnd(): void;
}

export function SessionRow({ session, timezone, ending, onEnd }: SessionRowProps) {
  const { t, i18n } = useTranslation(['settings', 'translation']);
  const nameOf = useDeviceName();
  const { createdAt, lastSeenAt, current } = session;
  const device = nameOf(session);
  const today = calendarDay(new Date(), timezone);
  const [date, seen] = [createdAt, lastSeenAt].map((at) =>
    shortDate(new Date(at), timezone, i18n.language, today),
  );
  // Two of a kind are told apart by when they were signed in.
  const since = t('settings:sessions.since', {
    date,
    time: timeOfDay(new Date(createdAt), timezone, i18n.language),
  });
  return (
    <ListRow
      icon={<DeviceIcon system={session.system} />}
      title={device}
      detail={current || seen === date ? since : t('settings:sessions.seen', { since, seen })}
      mark={
        current && (
          <Badge variant="light" color="ink">
            {t('settings:sessions.here')}
          </Badge>
        )
      }
      action={
        !current && (
          <Button
            size="compact-sm"
            variant="default"
            loading={ending}
            aria-label={t('settings:sessions.endOne', { device, since })}
            onClick={onEnd}
          >
            {t('settings:sessions.end')}
          </Button>
        )
      }
    />
  );
}
