import '../../locales/sign-in';
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../ui/failure-text';
import { LinkAnchor } from '../../ui/router-link';
import { ICON } from '../../ui/theme';
import { emailProblem } from './email-problem';
import { Entrance } from './entrance';
import { requestPasswordReset } from './request-password-reset.api';

export function ForgotPasswordPage() {
  const { t } = useTranslation('sign-in');
  const { t: shared } = useTranslation();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '' },
    transformValues: ({ email }) => ({ email: email.trim() }),
    validate: { email: (email) => emailProblem(email, t) },
  });
  const asking = useMutation({ mutationFn: requestPasswordReset });
  const back = (
    <Group justify="center">
      <LinkAnchor to="/sign-in">{t('signIn.back')}</LinkAnchor>
    </Group>
  );

  if (asking.isSuccess) {
    return (
      <Entrance title={t('forgotPassword.sentTitle')}>
        <Text role="status">{t('forgotPassword.sent', { email: asking.variables })}</Text>
        <Button variant="default" size="md" onClick={() => asking.reset()}>
          {t('forgotPassword.again')}
        </Button>
        {back}
      </Entrance>
    );
  }

  return (
    <Entrance title={t('forgotPassword.title')} lead={t('forgotPassword.lead')}>
      <form noValidate onSubmit={form.onSubmit(({ email }) => asking.mutate(email))}>
        <Stack>
          {asking.isError && (
            <Alert color="red" icon={<IconAlertCircle size={ICON.medium} aria-hidden />}>
              {failureText(asking.error, shared)}
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
          <Button type="submit" size="md" fullWidth loading={asking.isPending}>
            {t('forgotPassword.submit')}
          </Button>
          {back}
        </Stack>
      </form>
    </Entrance>
  );
}
