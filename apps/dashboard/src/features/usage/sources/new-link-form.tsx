import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { MAX_LINKS_PER_CARD, type NamedLink } from '@num-ecard/contracts/usage';
import { IconAlertCircle } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RequestError } from '../../../lib/request-error';
import { failureText } from '../../../ui/failure-text';
import { ICON } from '../../../ui/theme';
import { labelProblem, MAX_LABEL } from './label-problem';

interface NewLinkFormProps {
  /** How many the card has. */
  taken: number;
  creating: UseMutationResult<NamedLink, Error, string>;
  onCreated(link: NamedLink): void;
  onCancel(): void;
}

/** Asks for the occasion. What was typed stays until it is saved. */
export function NewLinkForm({ taken, creating, onCreated, onCancel }: NewLinkFormProps) {
  const { t } = useTranslation(['sources', 'translation']);
  const { t: shared } = useTranslation();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { label: '' },
    validate: {
      label: (typed) => {
        const problem = labelProblem(typed);
        return problem === undefined
          ? null
          : t(`sources:problem.${problem}`, { most: MAX_LABEL, length: typed.trim().length });
      },
    },
    onValuesChange: () => creating.reset(),
  });
  const { error } = creating;
  const refused = error instanceof RequestError && error.code === 'conflict';
  const conflict = t(taken >= MAX_LINKS_PER_CARD ? 'sources:problem.limit' : 'sources:problem.duplicate', {
    most: MAX_LINKS_PER_CARD,
  });
  const field = form.getInputProps('label');
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ label }) => creating.mutate(label.trim(), { onSuccess: onCreated }))}
    >
      <Stack>
        <Text size="sm">{t('sources:create.lead')}</Text>
        {error !== null && !refused && (
          <Alert color="red" icon={<IconAlertCircle size={ICON.medium} aria-hidden />}>
            {failureText(error, shared)}
          </Alert>
        )}
        <TextInput
          key={form.key('label')}
          {...field}
          error={refused ? conflict : field.error}
          label={t('sources:create.label')}
          placeholder={t('sources:create.example')}
          name="label"
          autoComplete="off"
          size="md"
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('sources:cancel')}
          </Button>
          <Button type="submit" loading={creating.isPending}>
            {t('sources:create.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
