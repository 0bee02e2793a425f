import { ActionIcon, Button, Grid, NativeSelect, Stack, TextInput } from '@mantine/core';
import { randomId } from '@mantine/hooks';
import { PHONE_KINDS } from '@num-ecard/contracts/cards';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../ui/theme';
import type { CardForm } from './use-card-form';

const AT_MOST = 6;

/** The card's telephone numbers, as people write them. */
export function PhoneFields({ form }: { form: CardForm }) {
  const { t } = useTranslation(['card-editor', 'translation']);
  const { phones } = form.values;
  return (
    <Stack gap="sm" align="flex-start">
      {phones.map(({ id, number }, index) => {
        const count = index + 1;
        return (
          // On a phone the number has a line of its own: a long one must be seen whole.
          <Grid key={id} gap="xs" w="100%">
            <Grid.Col span={{ base: 'auto', sm: 3 }}>
              <NativeSelect
                {...form.getInputProps(`phones.${index}.kind`)}
                aria-label={t('card-editor:contact.kindOf', { count })}
                data={PHONE_KINDS.map((kind) => ({
                  value: kind,
                  label: t(`card-editor:contact.kinds.${kind}`),
                }))}
                size="md"
              />
            </Grid.Col>
            <Grid.Col span={{ base: 12, sm: 'auto' }} order={{ base: 3, sm: 2 }}>
              <TextInput
                {...form.getInputProps(`phones.${index}.number`)}
                aria-label={t('card-editor:contact.number', { count })}
                placeholder="06 12 34 56 78"
                type="tel"
                maxLength={40}
                size="md"
              />
            </Grid.Col>
            <Grid.Col span="content" order={{ base: 2, sm: 3 }}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="input-md"
                aria-label={t('card-editor:contact.remove', { number: number || count })}
                onClick={() => form.removeListItem('phones', index)}
              >
                <IconTrash size={ICON.medium} aria-hidden />
              </ActionIcon>
            </Grid.Col>
          </Grid>
        );
      })}
      {phones.length < AT_MOST && (
        <Button
          variant="light"
          leftSection={<IconPlus size={ICON.small} aria-hidden />}
          onClick={() => form.insertListItem('phones', { id: randomId(), kind: 'mobile', number: '' })}
        >
          {t('card-editor:contact.add')}
        </Button>
      )}
    </Stack>
  );
}
