import { TextInput } from '@mantine/core';
import { type Plan, PLAN_NAMES } from '@num-ecard/contracts/plans';
import { useTranslation } from 'react-i18next';
import type { PartProps } from './part-props';
import { SaveForm } from './save-form';
import { SettingsSection } from './settings-section';
import { useSettingsForm } from './use-settings-form';

/** Who the account is of, and which model it has. */
export function AccountSection({ settings, onSaved, plan }: PartProps & { plan: Plan }) {
  const { t } = useTranslation(['settings', 'translation']);
  const { form, state } = useSettingsForm({
    settings,
    onSaved,
    read: ({ name }) => ({ name }),
    write: ({ name }) => ({ name }),
    validate: { name: (name) => (name.trim() === '' ? t('settings:account.nameMissing') : null) },
  });
  return (
    <SettingsSection name="account">
      <SaveForm {...state}>
        <TextInput
          {...form.getInputProps('name')}
          label={t('settings:account.name')}
          name="name"
          autoComplete="name"
          maxLength={120}
        />
        <TextInput
          label={t('settings:account.email')}
          description={t('settings:account.emailHint')}
          value={settings.email}
          readOnly
          variant="filled"
        />
        <TextInput label={t('settings:account.plan')} value={PLAN_NAMES[plan]} readOnly variant="filled" />
      </SaveForm>
    </SettingsSection>
  );
}
