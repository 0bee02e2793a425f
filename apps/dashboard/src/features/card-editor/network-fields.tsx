import { SimpleGrid, TextInput } from '@mantine/core';
import { SOCIAL_NETWORKS, type SocialNetwork } from '@num-ecard/contracts/cards';
import { useTranslation } from 'react-i18next';
import { FormSection } from './form-section';
import type { CardForm } from './use-card-form';

const EXAMPLES: Readonly<Record<SocialNetwork, string>> = {
  linkedin: 'linkedin.com/in/…',
  instagram: 'instagram.com/…',
  facebook: 'facebook.com/…',
  x: 'x.com/…',
  youtube: 'youtube.com/@…',
  tiktok: 'tiktok.com/@…',
};

export function NetworkFields({ form }: { form: CardForm }) {
  const { t } = useTranslation(['card-editor', 'translation']);
  return (
    <FormSection title={t('card-editor:networks.title')} hint={t('card-editor:networks.hint')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {SOCIAL_NETWORKS.map((network) => (
          <TextInput
            key={network}
            {...form.getInputProps(`socials.${network}`)}
            label={t(`translation:targets.${network}.name`)}
            placeholder={EXAMPLES[network]}
            type="url"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={490}
            size="md"
          />
        ))}
      </SimpleGrid>
    </FormSection>
  );
}
