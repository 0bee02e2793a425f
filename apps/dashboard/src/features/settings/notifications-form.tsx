import '@mantine/core/styles/Switch.css';
import { Group, Stack, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type NotificationValues, readNotifications, writeNotifications } from './notification-values';
import type { PartProps } from './part-props';
import { SaveForm } from './save-form';
import { useSettingsForm } from './use-settings-form';

/** What the owner is told of at once, and when not. */
export function NotificationsForm({ settings, onSaved, referrals }: PartProps & { referrals: boolean }) {
  const { t } = useTranslation(['settings', 'translation']);
  const { form, state } = useSettingsForm<NotificationValues>({
    settings,
    onSaved,
    read: readNotifications,
    write: (values) => writeNotifications(values, referrals),
    validate: {
      from: (from, { quiet }) => (quiet && from === '' ? t('settings:notifications.timeMissing') : null),
      to: (to, { quiet, from }) => {
        if (!quiet) return null;
        if (to === '') return t('settings:notifications.timeMissing');
        return to === from ? t('settings:notifications.sameTime') : null;
      },
    },
  });
  const kinds = [
    'visits',
    'unusual',
    'firstLinkVisit',
    ...(referrals ? ['recommendation' as const] : []),
  ] as const;
  return (
    <SaveForm {...state}>
      <Stack gap="sm">
        {kinds.map((kind) => (
          <Switch
            key={kind}
            label={t(`settings:notifications.${kind}`)}
            {...form.getInputProps(kind, { type: 'checkbox' })}
          />
        ))}
      </Stack>
      <Switch
        label={t('settings:notifications.quiet')}
        description={t('settings:notifications.quietHint')}
        {...form.getInputProps('quiet', { type: 'checkbox' })}
      />
      {form.values.quiet && (
        <Group align="flex-start" grow>
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              type="time"
              label={t(`settings:notifications.${end}`)}
              {...form.getInputProps(end)}
            />
          ))}
        </Group>
      )}
    </SaveForm>
  );
}
