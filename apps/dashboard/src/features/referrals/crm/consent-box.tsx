import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { RecommendationRecord } from '@num-ecard/contracts/referral';
import { consentName } from '@num-ecard/contracts/referral-vocabulary-names';
import { IconFileCertificate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';
import { useLocale } from '../../../ui/use-locale';
import { useWhen } from './clock';
import { consentAdvice, mayAsk } from './consent-advice';
import { CONSENT_LOOKS } from './looks';
import { ShareLink } from './share-link';
import { usePersonName } from './use-person-name';

/** What the prospect has agreed to, what the owner may do by law, how to ask, and the proof. */
export function ConsentBox({ record }: { record: RecommendationRecord }) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const when = useWhen();
  const nameOf = usePersonName();
  const { consent, consentAt, consentUrl, prospect, ambassador } = record;
  const { color, Icon } = CONSENT_LOOKS[consent];
  const words = { name: nameOf.prospect(prospect), ambassador: nameOf.ambassador(ambassador) };
  return (
    <Alert color={color} icon={<Icon size={ICON.medium} aria-hidden />} title={consentName(consent, locale)}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          {t(`consent.${consentAdvice(record)}`, {
            ...words,
            when: consentAt === null ? '' : when(consentAt),
          })}
        </Text>
        {mayAsk(record) && consentUrl !== null && (
          <>
            <Text size="sm">{t('consent.ask', words)}</Text>
            <ShareLink url={consentUrl} text={t('consent.message', words)} />
          </>
        )}
        {consentAt !== null && (
          <Group>
            <Button
              component="a"
              href={`/api/recommendations/${record.id}/consent.pdf`}
              download
              variant="default"
              size="sm"
              leftSection={<IconFileCertificate size={ICON.small} aria-hidden />}
            >
              {t('consent.proof')}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
