import { SimpleGrid, Stack, ThemeIcon, Title } from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import type { UsageSummary } from '@num-ecard/contracts/usage-summary';
import { targetName } from '@num-ecard/contracts/usage-vocabulary-names';
import { IconEye, IconHandClick } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TargetIcon } from '../../ui/target-icon';
import { ICON } from '../../ui/theme';
import { useLocale } from '../../ui/use-locale';
import { DayPanel } from './day-panel';
import { FigureTile } from './figure-tile';
import { OtherButtons } from './other-buttons';
import { splitTargets } from './targets';

interface FiguresProps {
  account: Account;
  /** Absent while loading. */
  summary: UsageSummary | undefined;
  /** The account's day. */
  today: string;
}

/** A card's summary: the day in words, then the figures in large. */
export function Figures({ account, summary, today }: FiguresProps) {
  const { t } = useTranslation();
  const [locale] = useLocale();
  const { contacts, others } = splitTargets(summary?.clicks.byTarget ?? []);
  return (
    <Stack gap="lg">
      <DayPanel account={account} summary={summary} today={today} />
      <SimpleGrid cols={2} spacing="sm">
        <FigureTile
          label={t('overview.views')}
          icon={
            <ThemeIcon size="md" aria-hidden>
              <IconEye size={ICON.small} />
            </ThemeIcon>
          }
          figures={summary?.views}
        />
        <FigureTile
          label={t('overview.clicks')}
          icon={
            <ThemeIcon size="md" aria-hidden>
              <IconHandClick size={ICON.small} />
            </ThemeIcon>
          }
          figures={summary?.clicks}
        />
      </SimpleGrid>
      <Stack component="section" gap="sm">
        <Title order={2}>{t('overview.contacts')}</Title>
        <SimpleGrid cols={{ base: 2, lg: 4 }} spacing="sm">
          {contacts.map((figures) => (
            <FigureTile
              key={figures.target}
              label={targetName(figures.target, locale)}
              icon={<TargetIcon target={figures.target} />}
              figures={summary && figures}
            />
          ))}
        </SimpleGrid>
      </Stack>
      {others.length > 0 && <OtherButtons buttons={others} />}
    </Stack>
  );
}
