import '@mantine/core/styles/ColorPicker.css';
import '@mantine/core/styles/ColorInput.css';
import { ColorInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CARD_SWATCHES } from '../../ui/theme';
import { useLocale } from '../../ui/use-locale';
import { inkOf, isPale } from './contrast';
import { FormSection } from './form-section';
import type { CardForm } from './use-card-form';

/** The card's colour, and what it does to the words on it. */
export function LookFields({ form }: { form: CardForm }) {
  const { t } = useTranslation(['card-editor', 'translation']);
  const { color } = form.values;
  return (
    <FormSection title={t('card-editor:look.title')}>
      <ColorInput
        {...form.getInputProps('color')}
        label={t('card-editor:look.color')}
        description={t('card-editor:look.colorHint')}
        format="hex"
        swatches={[...CARD_SWATCHES]}
        swatchesPerRow={8}
        withEyeDropper={false}
        popoverProps={{ withinPortal: false }}
        size="md"
      />
      {/^#[0-9a-f]{6}$/i.test(color) && <ContrastNote color={color} />}
    </FormSection>
  );
}

function ContrastNote({ color }: { color: string }) {
  const { t } = useTranslation(['card-editor', 'translation']);
  const [locale] = useLocale();
  const { ink, contrast } = inkOf(color);
  const ratio = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(contrast);
  return (
    <Text size="sm" c="dimmed">
      {t(`card-editor:look.${ink}`, { ratio })} {isPale(color) && t('card-editor:look.pale')}
    </Text>
  );
}
