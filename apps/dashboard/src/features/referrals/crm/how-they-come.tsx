import { Button, Center, CopyButton, Image, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { CardSummary } from '@num-ecard/contracts/cards';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../ui/router-link';
import { ICON } from '../../../ui/theme';

const WAYS = ['form', 'link', 'qr', 'personal'] as const;

/** Before the first recommendation: the ways by which they come. */
export function HowTheyCome({ cards }: { cards: readonly CardSummary[] }) {
  const { t } = useTranslation('crm');
  const card = cards[0];
  const form = card && `${card.url}#recommander`;
  return (
    <Paper component="section" p={{ base: 'md', sm: 'lg' }}>
      <Stack gap="lg">
        <div>
          <Title order={2}>{t('come.title')}</Title>
          <Text c="dimmed">{t('come.lead')}</Text>
        </div>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
          {WAYS.map((way) => (
            <div key={way}>
              <Title order={3}>{t(`come.${way}`)}</Title>
              <Text size="sm">{t(`come.${way}Hint`)}</Text>
            </div>
          ))}
        </SimpleGrid>
        {card !== undefined && form !== undefined && (
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
            <Center>
              {/* On white whatever the scheme: cameras read dark on light. */}
              <Paper bg="white">
                <Image
                  src={`/c/${card.slug}/qr.svg`}
                  alt={t('come.qrOf', { title: card.title })}
                  w="var(--num-qr-size)"
                  h="var(--num-qr-size)"
                  fit="contain"
                  radius="lg"
                />
              </Paper>
            </Center>
            <Stack gap="sm" justify="center">
              <Button
                component="a"
                href={form}
                target="_blank"
                rel="noopener"
                leftSection={<IconExternalLink size={ICON.small} aria-hidden />}
              >
                {t('come.open')}
              </Button>
              <CopyButton value={form}>
                {({ copied, copy }) => {
                  const Icon = copied ? IconCheck : IconCopy;
                  return (
                    <Button
                      variant="default"
                      leftSection={<Icon size={ICON.small} aria-hidden />}
                      onClick={copy}
                    >
                      <span aria-live="polite">{t(copied ? 'share.copied' : 'come.copy')}</span>
                    </Button>
                  );
                }}
              </CopyButton>
              <LinkButton to="/referrals/ambassadors" variant="subtle">
                {t('come.ambassadors')}
              </LinkButton>
            </Stack>
          </SimpleGrid>
        )}
      </Stack>
    </Paper>
  );
}
