import '../../locales/sign-in';
import { Alert, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RequestError } from '../../lib/request-error';
import { failureText } from '../../ui/failure-text';
import { LinkButton } from '../../ui/router-link';
import { ICON } from '../../ui/theme';
import { Entrance } from './entrance';
import { PASSWORD_LENGTH, resetPassword } from './reset-password.api';

interface ChoosePasswordPageProps {
  /** From the e-mail's link; absent when the link was cut short or the server has refused it. */
  token: string | undefined;
}

/** Where the links of an invitation and of a forgotten password lead. */
export function ChoosePasswordPage({ token }: ChoosePasswordPageProps) {
  const { t } = useTranslation('sign-in');
  const { t: shared } = useTranslation();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: {
      password: ({ length }) => {
        if (length < PASSWORD_LENGTH.min) return t('choosePassword.tooShort');
        return length > PASSWORD_LENGTH.max ? t('choosePassword.tooLong') : null;
      },
    },
  });
  const choosing = useMutation({
    mutationFn: ({ password, with: link }: { password: string; with: string }) =>
      resetPassword(password, link),
  });
  const refused = choosing.error instanceof RequestError && choosing.error.code === 'INVALID_TOKEN';

  if (choosing.isSuccess) {
    return (
      <Entrance title={t('choosePassword.doneTitle')}>
        <Text role="status">{t('choosePassword.done')}</Text>
        <LinkButton to="/sign-in" size="md">
          {t('signIn.submit')}
        </LinkButton>
      </Entrance>
    );
  }

  if (token === undefined || refused) {
    return (
      <Entrance title={t('choosePassword.invalidTitle')}>
        <Text role="status">{t('choosePassword.invalid')}</Text>
        <LinkButton to="/forgot-password" size="md">
          {t('choosePassword.askAgain')}
        </LinkButton>
      </Entrance>
    );
  }

  return (
    <Entrance title={t('choosePassword.title')} lead={t('choosePassword.lead')}>
      <form noValidate onSubmit={form.onSubmit(({ password }) => choosing.mutate({ password, with: token }))}>
        <Stack>
          {choosing.isError && (
            <Alert color="red" icon={<IconAlertCircle size={ICON.medium} aria-hidden />}>
              {failureText(choosing.error, shared)}
            </Alert>
          )}
          <PasswordInput
            key={form.key('password')}
            {...form.getInputProps('password')}
            label={t('choosePassword.password')}
            description={t('choosePassword.rule')}
            name="new-password"
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.togglePassword'), tabIndex: 0 }}
            size="md"
          />
          <Button type="submit" size="md" fullWidth loading={choosing.isPending}>
            {t('choosePassword.submit')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}
