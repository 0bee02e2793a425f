import '@mantine/core/styles/Radio.css';
import { Group, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, useLocale } from '../../ui/use-locale';
import type { PartProps } from './part-props';
import { SaveForm } from './save-form';
import { SettingsSection } from './settings-section';
import { TimeZoneSelect } from './time-zone-select';
import { useSettingsForm } from './use-settings-form';

/** The language of e-mails and files, and of screens where no other was chosen; and where the account's days begin. */
export function PlaceSection({ settings, onSaved }: PartProps) {
  const { t } = useTranslation(['settings', 'translation']);
  const [, setLocale] = useLocale();
  const { form, state } = useSettingsForm({
    settings,
    onSaved: (saved) => {
      // Else a choice made on this device before would go on winning, around the one just made.
      setLocale(saved.locale);
      onSaved(saved);
    },
    read: ({ locale, timezone }) => ({ locale, timezone }),
    write: (values) => values,
  });
  return (
    <SettingsSection name="place">
      <SaveForm {...state}>
        <Radio.Group
          label={t('settings:place.locale')}
          value={form.values.locale}
          onChange={(locale) => form.setFieldValue('locale', locale)}
        >
          <Group mt="xs">
            {LANGUAGES.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} lang={value} />
            ))}
          </Group>
        </Radio.Group>
        <TimeZoneSelect
          value={form.values.timezone}
          onChange={(timezone) => form.setFieldValue('timezone', timezone)}
        />
      </SaveForm>
    </SettingsSection>
  );
}
