import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormSection } from './form-section';
import { PhoneFields } from './phone-fields';
import type { CardForm } from './use-card-form';

export function ContactFields({ form }: { form: CardForm }) {
  const { t } = useTranslation(['card-editor', 'translation']);
  return (
    <FormSection title={t('card-editor:contact.title')} hint={t('card-editor:contact.hint')}>
      <PhoneFields form={form} />
      <TextInput
        {...form.getInputProps('whatsapp')}
        label={t('card-editor:contact.whatsapp')}
        type="tel"
        maxLength={40}
        size="md"
      />
      <TextInput
        {...form.getInputProps('email')}
        label={t('card-editor:contact.email')}
        type="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        size="md"
      />
      {(['website', 'calendar'] as const).map((name) => (
        <TextInput
          key={name}
          {...form.getInputProps(name)}
          label={t(`card-editor:contact.${name}`)}
          placeholder={t(`card-editor:contact.${name}Example`)}
          type="url"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={490}
          size="md"
        />
      ))}
    </FormSection>
  );
}
