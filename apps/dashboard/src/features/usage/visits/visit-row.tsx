import { Flex, Grid, Group, Stack, Text } from '@mantine/core';
import { sourceName } from '@num-ecard/contracts/usage-vocabulary-names';
import { useTranslation } from 'react-i18next';
import { timeOfDay } from '@num-ecard/contracts/calendar';
import { durationText } from '@num-ecard/contracts/numbers';
import { WEIGHT } from '../../../ui/theme';
import { useLocale } from '../../../ui/use-locale';
import { DeviceIcon } from '../device-icon';
import { ClickBadges } from './click-badges';
import { placeText, type Visit } from './visit-days';
import classes from './visit-row.module.css';

interface VisitRowProps {
  visit: Visit;
  timeZone: string;
  /** Whether it is told which card was opened. */
  withCard: boolean;
  /** Whether it came while the list was looked at. */
  isNew: boolean;
}

/** One opening of the card: when, where, how it came in, with what, how long, and what was pressed. */
export function VisitRow({ visit, timeZone, withCard, isNew }: VisitRowProps) {
  const { t } = useTranslation('visits');
  const [locale] = useLocale();
  const { at, card, source, link, referrer, place, device, browser, system, engagedMs, clicks } = visit;
  const cameBy = [link?.label ?? sourceName(source, locale), referrer].filter(Boolean).join(' · ');
  const openedWith = [t(`device.${device}`), ...[browser, system].filter((name) => name !== 'other')].join(
    ' · ',
  );
  return (
    <Flex gap="md" className={isNew ? classes['new'] : undefined}>
      <Text
        component="time"
        dateTime={at}
        fw={WEIGHT.medium}
        flex="none"
        w="var(--num-time-of-day-width)"
        truncate
      >
        {timeOfDay(new Date(at), timeZone, locale)}
      </Text>
      <Grid gap="xs" flex={1}>
        <Grid.Col span={{ base: 12, sm: 4 }}>
          <Stack gap={0}>
            <Text fw={WEIGHT.medium}>{placeText(place) ?? t('unknownPlace')}</Text>
            <Text size="sm" c="dimmed">
              {cameBy}
            </Text>
            {withCard && (
              <Text size="sm" c="dimmed">
                {card.title}
              </Text>
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 4 }}>
          <Text size="sm">
            {engagedMs === 0 ? t('noTime') : t('duration', { duration: durationText(engagedMs, locale) })}
          </Text>
          <Group gap="xs" c="dimmed" wrap="nowrap">
            <DeviceIcon device={device} />
            <Text size="sm">{openedWith}</Text>
          </Group>
        </Grid.Col>
        {clicks.length > 0 && (
          <Grid.Col span={{ base: 12, sm: 4 }}>
            <ClickBadges clicks={clicks} />
          </Grid.Col>
        )}
      </Grid>
    </Flex>
  );
}
