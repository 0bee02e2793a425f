import { Badge, Button } from '@mantine/core';
import type { Session } from '@num-ecard/contracts/sessions';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { calendarDay, shortDate, timeOfDay } from '../../lib/calendar';
import { ICON } from '../../ui/theme';
import { ListRow } from './list-row';

interface SessionRowProps {
  session: Session;
  timezone: string;
  ending: boolean;
  onEnd(): void;
}

const PHONES = new Set(['iOS', 'Android']);

export function SessionRow({ session, timezone, ending, onEnd }: SessionRowProps) {
  const { t, i18n } = useTranslation(['settings', 'translation']);
  const { browser, system, createdAt, lastSeenAt, current } = session;
  const device =
    browser !== null && system !== null
      ? t('settings:sessions.device', { browser, system })
      : (browser ?? system ?? t('settings:sessions.unknown'));
  const Icon = PHONES.has(system ?? '') ? IconDeviceMobile : IconDeviceDesktop;
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
      icon={<Icon size={ICON.medium} aria-hidden />}
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
