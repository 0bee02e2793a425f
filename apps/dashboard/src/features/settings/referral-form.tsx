import '@mantine/core/styles/Radio.css';
import { Radio, Stack } from '@mantine/core';
import { NUMBER_BEFORE_CONSENT } from '@num-ecard/contracts/settings';
import { useTranslation } from 'react-i18next';
import type { PartProps } from './part-props';
import { SaveForm } from './save-form';
import { useSettingsForm } from './use-settings-form';

/** What is shown of a prospect who has not agreed to be called. */
export function ReferralForm({ settings, onSaved }: PartProps) {
  const { t } = useTranslation(['settings', 'translation']);
  const { form, state } = useSettingsForm({
    settings,
    onSaved,
    read: ({ referral }) => ({ numberBeforeConsent: referral.numberBeforeConsent }),
    write: (referral) => ({ referral }),
  });
  return (
    <SaveForm {...state}>
      <Radio.Group
        label={t('settings:referral.mode')}
        value={form.values.numberBeforeConsent}
        onChange={(mode) => form.setFieldValue('numberBeforeConsent', mode)}
      >
        <Stack gap="sm" mt="xs">
          {NUMBER_BEFORE_CONSENT.map((mode) => (
            <Radio
              key={mode}
              value={mode}
              label={t(`settings:referral.${mode}`)}
              description={t(`settings:referral.${mode}Hint`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </SaveForm>
  );
}
