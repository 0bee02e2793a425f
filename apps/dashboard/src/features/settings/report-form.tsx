import '@mantine/core/styles/Switch.css';
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PartProps } from './part-props';
import { SaveForm } from './save-form';
import { useSettingsForm } from './use-settings-form';

/** Whether the month's report comes by e-mail. */
export function ReportForm({ settings, onSaved }: PartProps) {
  const { t } = useTranslation(['settings', 'translation']);
  const { form, state } = useSettingsForm({
    settings,
    onSaved,
    read: ({ report }) => ({ monthly: report.monthly }),
    write: (report) => ({ report }),
  });
  return (
    <SaveForm {...state}>
      <Switch label={t('settings:report.monthly')} {...form.getInputProps('monthly', { type: 'checkbox' })} />
    </SaveForm>
  );
}
