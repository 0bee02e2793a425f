import '../../locales/sign-in';
import { PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { RequestError } from '../../lib/request-error';
import { changePassword, PASSWORD_LENGTH } from './change-password.api';
import { SaveForm } from './save-form';
import { sessionsQuery } from './sessions.query';
import { SettingsSection } from './settings-section';

/** Another password, for who knows the present one. */
export function PasswordSection({ email }: { email: string }) {
  const { t } = useTranslation(['settings', 'sign-in']);
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      currentPassword: (password) => (password === '' ? t('settings:password.currentMissing') : null),
      newPassword: ({ length }) => lengthProblem(length, t),
    },
  });
  const changing = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      form.reset();
      void queryClient.invalidateQueries(sessionsQuery);
    },
    onError: (error) => {
      if (isWrongPassword(error)) form.setFieldError('currentPassword', t('settings:password.currentWrong'));
    },
  });
  const toggle = { 'aria-label': t('sign-in:signIn.togglePassword'), tabIndex: 0 };
  return (
    <SettingsSection name="password">
      <SaveForm
        // A wrong password is said beside its field.
        saving={isWrongPassword(changing.error) ? { ...changing, error: null } : changing}
        dirty={form.isDirty()}
        label={t('settings:password.submit')}
        done={t('settings:password.done')}
        onSubmit={form.onSubmit((values) => changing.mutate(values))}
      >
        {/* For password managers, which else would not know whose password this is. */}
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          {...form.getInputProps('currentPassword')}
          label={t('settings:password.current')}
          name="current-password"
          autoComplete="current-password"
          visibilityToggleButtonProps={toggle}
        />
        <PasswordInput
          {...form.getInputProps('newPassword')}
          label={t('settings:password.new')}
          description={t('sign-in:choosePassword.rule')}
          name="new-password"
          autoComplete="new-password"
          visibilityToggleButtonProps={toggle}
        />
      </SaveForm>
    </SettingsSection>
  );
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof RequestError && error.code === 'INVALID_PASSWORD';
}

function lengthProblem(length: number, t: TFunction<['settings', 'sign-in']>): string | null {
  if (length < PASSWORD_LENGTH.min) return t('sign-in:choosePassword.tooShort');
  return length > PASSWORD_LENGTH.max ? t('sign-in:choosePassword.tooLong') : null;
}
