import '@mantine/core/styles/Code.css';
import { Code, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { CardProfile, CardSummary } from '@num-ecard/contracts/cards';
import { useTranslation } from 'react-i18next';
import { buttonExamples, informationText, MARKS, trackerTag } from './snippets';
import { Snippet } from './snippet';

interface OtherSiteProps {
  card: CardSummary;
  /** For examples that are the owner's own; unknown until it has come. */
  profile: CardProfile | undefined;
}

/** How a page elsewhere counts for the card: the tracker, the marks on its buttons, what it must tell its visitors. */
export function OtherSite({ card, profile }: OtherSiteProps) {
  const { t } = useTranslation(['card-editor', 'translation']);
  const labels = { phone: t('card-editor:site.call'), email: t('card-editor:site.write') };
  const information = { text: t('card-editor:site.information'), more: t('card-editor:site.more') };
  return (
    <Paper component="section" p={{ base: 'md', sm: 'lg' }} aria-labelledby="other-site">
      <Stack gap="lg">
        <div>
          <Title order={2} id="other-site">
            {t('card-editor:site.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('card-editor:site.lead')}
          </Text>
        </div>
        <Snippet
          title={t('card-editor:site.tagTitle')}
          hint={t('card-editor:site.tagHint')}
          code={trackerTag(card)}
        />
        <Snippet
          title={t('card-editor:site.marksTitle')}
          hint={t('card-editor:site.marksHint')}
          code={buttonExamples(profile, labels)}
        >
          <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="xs" verticalSpacing="xs">
            {MARKS.map((target) => (
              <Group key={target} gap="xs" wrap="nowrap">
                <Code>{target}</Code>
                <Text size="sm" c="dimmed">
                  {t(`translation:targets.${target}.name`)}
                </Text>
              </Group>
            ))}
          </SimpleGrid>
        </Snippet>
        <Snippet
          title={t('card-editor:site.informationTitle')}
          hint={t('card-editor:site.informationHint')}
          code={informationText(card, information)}
        />
      </Stack>
    </Paper>
  );
}
