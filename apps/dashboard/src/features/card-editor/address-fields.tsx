import { Grid, Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../ui/use-locale';
import { countries } from './countries';
import { FormSection } from './form-section';
import type { CardForm } from './use-card-form';

export function AddressFields({ form }: { form: CardForm }) {
  const { t } = useTranslation(['card-editor', 'translation']);
  const [locale] = useLocale();
  const all = useMemo(() => countries(locale), [locale]);
  const { value, ...country } = form.getInputProps('address.country') as {
    value: string;
    onChange: (code: string) => void;
  };
  return (
    <FormSection title={t('card-editor:address.title')}>
      <TextInput
        {...form.getInputProps('address.street')}
        label={t('card-editor:address.street')}
        maxLength={200}
        size="md"
      />
      <Grid gap="md">
        <Grid.Col span={{ base: 5, sm: 3 }}>
          <TextInput
            {...form.getInputProps('address.postalCode')}
            label={t('card-editor:address.postalCode')}
            maxLength={16}
            size="md"
          />
        </Grid.Col>
        <Grid.Col span={{ base: 7, sm: 4 }}>
          <TextInput
            {...form.getInputProps('address.city')}
            label={t('card-editor:address.city')}
            maxLength={100}
            size="md"
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 5 }}>
          <Select
            {...country}
            value={value || null}
            onChange={(code) => country.onChange(code ?? '')}
            label={t('card-editor:address.country')}
            placeholder={t('card-editor:address.countryNone')}
            data={all}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('card-editor:address.countryClear') }}
            nothingFoundMessage={t('card-editor:address.countryNotFound')}
            withScrollArea={false}
            styles={{ options: { maxHeight: 'var(--num-list-height)', overflowY: 'auto' } }}
            comboboxProps={{ withinPortal: false }}
            size="md"
          />
        </Grid.Col>
      </Grid>
    </FormSection>
  );
}
