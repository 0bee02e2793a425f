import '@mantine/core/styles/Code.css';
import { Code, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { CardProfile, CardSummary } from '@num-ecard/contracts/cards';
import { targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../ui/use-locale';
import { buttonExamples, informationText, MARKS, trackerTag } from './snippets';
import { Snippet } from './snippet';

interface OtherSiteProps {
  card: CardSummary;
  /** For examples that are the owner's own; unknown until it has come. */
  profile: CardProfile | undefined;
}

/** How a page elsewhere counts for the card: the tracker, the marks on its buttons, what it must tell its visitors. */
export function OtherSite({ card, profile }: OtherSiteProps) {
  const { t } = useTranslation('card-editor');
  const [locale] = useLocale();
  const labels = { phone: t('site.call'), email: t('site.write') };
  const information = { text: t('site.information'), more: t('site.more') };
  return (
    <Paper component="section" p={{ base: 'md', sm: 'lg' }} aria-labelledby="other-site">
      <Stack gap="lg">
        <div>
          <Title order={2} id="other-site">
            {t('site.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('site.lead')}
          </Text>
        </div>
        <Snippet title={t('site.tagTitle')} hint={t('site.tagHint')} code={trackerTag(card)} />
        <Snippet
          title={t('site.marksTitle')}
          hint={t('site.marksHint')}
          code={buttonExamples(profile, labels)}
        >
          <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="xs" verticalSpacing="xs">
            {MARKS.map((target) => (
              <Group key={target} gap="xs" wrap="nowrap">
                <Code>{target}</Code>
                <Text size="sm" c="dimmed">
                  {targetName(target, locale)}
                </Text>
              </Group>
            ))}
          </SimpleGrid>
        </Snippet>
        <Snippet
          title={t('site.informationTitle')}
          hint={t('site.informationHint')}
          code={informationText(card, information)}
        />
      </Stack>
    </Paper>
  );
}
