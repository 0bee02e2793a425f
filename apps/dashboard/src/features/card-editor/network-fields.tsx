import { SimpleGrid, TextInput } from '@mantine/core';
import { SOCIAL_NETWORKS, type SocialNetwork } from '@num-ecard/contracts/cards';
import { targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../ui/use-locale';
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
  const { t } = useTranslation('card-editor');
  const [locale] = useLocale();
  return (
    <FormSection title={t('networks.title')} hint={t('networks.hint')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {SOCIAL_NETWORKS.map((network) => (
          <TextInput
            key={network}
            {...form.getInputProps(`socials.${network}`)}
            label={targetName(network, locale)}
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
