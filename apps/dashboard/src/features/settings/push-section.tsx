import '@mantine/core/styles/Switch.css';
import { Alert, Loader, Stack, Switch } from '@mantine/core';
import { MAX_PUSH_SUBSCRIPTIONS, type PushSubscription } from '@num-ecard/contracts/push';
import { IconAlertCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../ui/theme';
import { Fetched } from './fetched';
import { Done, Failure } from './outcome';
import { PlainList } from './plain-list';
import { PushRow } from './push-row';
import { alertThisDevice, pushQuery, stopAlerts } from './push.query';
import { SettingsSection } from './settings-section';
import { SubscribeError } from './this-device';

/** On which devices the owner is alerted though the dashboard is closed. */
export function PushSection({ timezone }: { timezone: string }) {
  const { t } = useTranslation(['settings', 'translation']);
  const queryClient = useQueryClient();
  const push = useQuery(pushQuery);
  const refresh = { onSettled: () => queryClient.invalidateQueries(pushQuery) };
  const starting = useMutation({ mutationFn: alertThisDevice, ...refresh });
  const stopping = useMutation({
    mutationFn: ({ device, isThisDevice }: { device: PushSubscription; isThisDevice: boolean }) =>
      stopAlerts(device, isThisDevice),
    ...refresh,
  });
  const start = (key: string) => {
    stopping.reset();
    starting.mutate(key);
  };
  const stop = (device: PushSubscription, isThisDevice: boolean) => {
    starting.reset();
    stopping.mutate({ device, isThisDevice });
  };
  return (
    <SettingsSection name="push">
      <Fetched query={push} height="var(--num-tile-height)">
        {({ subscriptions, key, ability, current }) => {
          const full = current === null && subscriptions.length >= MAX_PUSH_SUBSCRIPTIONS;
          const isPending = starting.isPending || stopping.isPending;
          const hint = full ? 'full' : ability;
          return (
            <Stack>
              <Switch
                label={t('settings:push.here')}
                description={hint === 'able' ? undefined : t(`settings:push.${hint}`)}
                checked={current !== null}
                thumbIcon={isPending ? <Loader size={ICON.small} /> : undefined}
                // While it is under way the switch stays what it is, and keeps the focus.
                disabled={current === null && hint !== 'able'}
                onChange={() => {
                  if (isPending) return;
                  if (current === null) start(key);
                  else stop(current, true);
                }}
              />
              {starting.error instanceof SubscribeError ? (
                ability === 'able' && (
                  <Alert color="red" icon={<IconAlertCircle size={ICON.medium} aria-hidden />}>
                    {t(`settings:push.${starting.error.reason}`)}
                  </Alert>
                )
              ) : (
                <Failure error={starting.error} />
              )}
              <Failure error={stopping.error} />
              {subscriptions.length > 0 && (
                <PlainList>
                  {subscriptions.map((device) => (
                    <PushRow
                      key={device.id}
                      subscription={device}
                      isThisDevice={device.id === current?.id}
                      timezone={timezone}
                      stopping={stopping.isPending && stopping.variables.device.id === device.id}
                      onStop={() => stop(device, device.id === current?.id)}
                    />
                  ))}
                </PlainList>
              )}
              <Done
                text={
                  starting.isSuccess
                    ? t('settings:push.started')
                    : stopping.isSuccess
                      ? t('settings:push.stopped')
                      : undefined
                }
              />
            </Stack>
          );
        }}
      </Fetched>
    </SettingsSection>
  );
}
