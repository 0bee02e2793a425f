import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { REFERRALS } from '../../../lib/referral-key';
import { RequestError } from '../../../lib/request-error';
import { Dialog } from '../../../ui/dialog';
import { addAmbassador } from './ambassadors.api';
import { Failure } from './failure';
import { knownAs } from './find-ambassadors';
import { knownAmbassadorsQuery } from '../known-ambassadors.query';
import { ambassadorProblems, asNewAmbassador, type TypedAmbassador } from './typed-ambassador';

interface NewAmbassadorDialogProps {
  opened: boolean;
  onClose(): void;
  /** Shows an ambassador: the one that was made, or one who was known. */
  onShow(id: string): void;
}

/** Makes an ambassador's personal link before they have recommended anybody. */
export function NewAmbassadorDialog({ opened, onClose, onShow }: NewAmbassadorDialogProps) {
  const { t } = useTranslation('ambassadors');
  return (
    <Dialog
      title={t('add.title')}
      closeLabel={t('close')}
      opened={opened}
      onClose={onClose}
      // A stray click would lose what was typed.
      closeOnClickOutside={false}
    >
      <NewAmbassadorForm onClose={onClose} onShow={onShow} />
    </Dialog>
  );
}

function NewAmbassadorForm({ onClose, onShow }: Omit<NewAmbassadorDialogProps, 'opened'>) {
  const { t } = useTranslation('ambassadors');
  const queryClient = useQueryClient();
  const adding = useMutation({
    mutationFn: (typed: TypedAmbassador) => addAmbassador(asNewAmbassador(typed)),
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: [REFERRALS] });
      onShow(id);
    },
  });
  const form = useForm<TypedAmbassador>({
    initialValues: { name: '', email: '', phone: '' },
    validate: (typed) =>
      Object.fromEntries(
        Object.entries(ambassadorProblems(typed)).map(([field, problem]) => [field, t(`problem.${problem}`)]),
      ),
    onValuesChange: () => adding.reset(),
  });
  const refused = adding.error instanceof RequestError ? adding.error : undefined;
  const isKnown = refused?.status === 409;
  const isNoNumber = refused?.errors.some(({ path }) => path === 'phone') ?? false;
  const known = useQuery({ ...knownAmbassadorsQuery, enabled: isKnown });
  const twin = isKnown ? knownAs(known.data?.ambassadors ?? [], form.values) : undefined;
  const phone = form.getInputProps('phone');
  return (
    <form noValidate onSubmit={form.onSubmit((typed) => adding.mutate(typed))}>
      <Stack>
        <Text size="sm">{t('add.lead')}</Text>
        <TextInput {...form.getInputProps('name')} label={t('add.name')} autoComplete="off" data-autofocus />
        <TextInput
          {...form.getInputProps('email')}
          label={t('add.email')}
          description={t('add.emailHint')}
          type="email"
          autoComplete="off"
        />
        <TextInput
          {...phone}
          error={isNoNumber ? t('problem.phone') : phone.error}
          label={t('add.phone')}
          type="tel"
          autoComplete="off"
        />
        {isKnown && (
          <Group role="alert" gap="xs">
            <Text c="var(--mantine-color-error)">{t('problem.known')}</Text>
            {twin && (
              <Button size="compact-sm" variant="light" onClick={() => onShow(twin.id)}>
                {t('add.showKnown', { name: twin.name })}
              </Button>
            )}
          </Group>
        )}
        {adding.error && !isKnown && !isNoNumber && <Failure error={adding.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={adding.isPending}>
            {t('add.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
