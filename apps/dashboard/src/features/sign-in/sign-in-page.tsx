import '../../locales/sign-in';
import { Alert, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { RequestError } from '../../lib/request-error';
import { failureText } from '../../ui/failure-text';
import { LinkAnchor } from '../../ui/router-link';
import { ICON } from '../../ui/theme';
import { emailProblem } from './email-problem';
import { Entrance } from './entrance';
import { signIn } from './sign-in.api';

interface SignInPageProps {
  /** Whether a page is gone back to: a session may have ended on it. */
  returns: boolean;
  onSignedIn(): Promise<void>;
}

export function SignInPage({ returns, onSignedIn }: SignInPageProps) {
  const { t } = useTranslation('sign-in');
  const { t: shared } = useTranslation();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    transformValues: ({ email, password }) => ({ email: email.trim(), password }),
    validate: {
      email: (email) => emailProblem(email, t),
      password: (password) => (password === '' ? t('signIn.passwordMissing') : null),
    },
  });
  const entering = useMutation({ mutationFn: signIn, onSuccess: onSignedIn });

  return (
    <Entrance title={t('signIn.title')} lead={t(returns ? 'signIn.leadBack' : 'signIn.lead')}>
      <form noValidate onSubmit={form.onSubmit((values) => entering.mutate(values))}>
        <Stack>
          {entering.isError && (
            <Alert color="red" icon={<IconAlertCircle size={ICON.medium} aria-hidden />}>
              {signInFailureText(entering.error, shared)}
            </Alert>
          )}
          <TextInput
            key={form.key('email')}
            {...form.getInputProps('email')}
            label={t('signIn.email')}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            size="md"
          />
          <PasswordInput
            key={form.key('password')}
            {...form.getInputProps('password')}
            label={t('signIn.password')}
            name="password"
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.togglePassword'), tabIndex: 0 }}
            size="md"
          />
          <Button type="submit" size="md" fullWidth loading={entering.isPending}>
            {t('signIn.submit')}
          </Button>
          <Group justify="center">
            <LinkAnchor to="/forgot-password">{t('signIn.forgotten')}</LinkAnchor>
          </Group>
        </Stack>
      </form>
    </Entrance>
  );
}

/** better-auth answers 401 to wrong credentials and 400 to what cannot be an address: the same to the owner. */
function signInFailureText(error: unknown, t: TFunction): string {
  const wrong = error instanceof RequestError && (error.status === 401 || error.status === 400);
  return wrong ? t('failure.credentials') : failureText(error, t);
}
