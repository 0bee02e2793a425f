import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormSection } from './form-section';
import { PhotoField } from './photo-field';
import type { CardForm } from './use-card-form';

export function IdentityFields({ form }: { form: CardForm }) {
  const { t } = useTranslation(['card-editor', 'translation']);
  return (
    <FormSection title={t('card-editor:identity.title')}>
      <PhotoField
        name={form.values.name}
        photo={form.values.photo}
        error={form.errors['photo']}
        onChange={(photo) => form.setFieldValue('photo', photo)}
      />
      <TextInput
        {...form.getInputProps('name')}
        label={t('card-editor:identity.name')}
        required
        maxLength={120}
        autoComplete="off"
        size="md"
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          {...form.getInputProps('role')}
          label={t('card-editor:identity.role')}
          maxLength={120}
          size="md"
        />
        <TextInput
          {...form.getInputProps('company')}
          label={t('card-editor:identity.company')}
          maxLength={120}
          size="md"
        />
      </SimpleGrid>
      <Textarea
        {...form.getInputProps('tagline')}
        label={t('card-editor:identity.tagline')}
        description={t('card-editor:identity.taglineHint')}
        maxLength={280}
        rows={3}
        size="md"
      />
      <TextInput
        {...form.getInputProps('title')}
        label={t('card-editor:identity.cardTitle')}
        description={t('card-editor:identity.cardTitleHint')}
        required
        maxLength={120}
        size="md"
      />
    </FormSection>
  );
}
