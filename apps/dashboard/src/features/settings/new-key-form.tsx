import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiKeysQuery, createApiKey } from './api-keys.query';
import { CreatedKey } from './created-key';
import { Failure } from './outcome';

/** Makes a key. @param full whether the account has as many as it may have */
export function NewKeyForm({ full }: { full: boolean }) {
  const { t } = useTranslation(['settings', 'translation']);
  const queryClient = useQueryClient();
  const [kept, setKept] = useState(false);
  const form = useForm({
    initialValues: { name: '' },
    validate: {
      name: (name) => {
        if (name.trim() === '') return t('settings:keys.nameMissing');
        return name.trim().length > 60 ? t('settings:keys.nameLong') : null;
      },
    },
  });
  const creating = useMutation({
    mutationFn: ({ name }: { name: string }) => createApiKey(name),
    onSuccess: () => {
      form.reset();
      return queryClient.invalidateQueries(apiKeysQuery);
    },
  });
  if (creating.data !== undefined)
    return (
      <CreatedKey
        created={creating.data}
        onKept={() => {
          setKept(true);
          creating.reset();
        }}
      />
    );
  if (full)
    return (
      <Text size="sm" c="dimmed">
        {t('settings:keys.full')}
      </Text>
    );
  return (
    <form noValidate onSubmit={form.onSubmit((values) => creating.mutate(values))}>
      <Stack align="stretch">
        <TextInput
          {...form.getInputProps('name')}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- after a key was made, it takes the place of what was pressed
          autoFocus={kept}
          label={t('settings:keys.name')}
          placeholder={t('settings:keys.namePlaceholder')}
          autoComplete="off"
        />
        <Failure error={creating.error} />
        <Button type="submit" variant="default" w="fit-content" loading={creating.isPending}>
          {t('settings:keys.create')}
        </Button>
      </Stack>
    </form>
  );
}
