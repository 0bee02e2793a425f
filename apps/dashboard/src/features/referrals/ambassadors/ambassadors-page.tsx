import '../../../locales/ambassadors';
import { Button, Group, SegmentedControl, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Account } from '@num-ecard/contracts/accounts';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shortDate } from '@num-ecard/contracts/calendar';
import type { AmbassadorsSearch } from '../../../lib/referral-search';
import { ICON } from '../../../ui/theme';
import { AmbassadorPanel } from './ambassador-panel';
import { KnownPanel } from './known-panel';
import { NewAmbassadorDialog } from './new-ambassador-dialog';
import { RankingPanel } from './ranking-panel';

const SHOWN = ['ranking', 'all'] as const;

interface AmbassadorsPageProps {
  account: Account;
  /** The account's day. */
  today: string;
  search: AmbassadorsSearch;
  onChange(changed: Partial<AmbassadorsSearch>): void;
}

/** Who recommends, and with what success. */
export function AmbassadorsPage({ account, today, search, onChange }: AmbassadorsPageProps) {
  const { t, i18n } = useTranslation(['ambassadors', 'translation']);
  const [adding, { open, close }] = useDisclosure();
  const { show = 'ranking', ambassador } = search;
  const thanked = (at: string) =>
    t('ambassadors:thanks.on', {
      date: shortDate(new Date(at), account.timezone, i18n.language, today),
    });
  return (
    <Stack gap="lg">
      <title>{`${t('ambassadors:title')} · ${t('translation:app.name')}`}</title>
      <Group justify="space-between" gap="sm">
        <Title order={1} size="h2">
          {t('ambassadors:title')}
        </Title>
        <Button leftSection={<IconPlus size={ICON.small} aria-hidden />} onClick={open}>
          {t('ambassadors:add.open')}
        </Button>
      </Group>
      <SegmentedControl
        aria-label={t('ambassadors:show.label')}
        value={show}
        data={SHOWN.map((value) => ({ value, label: t(`ambassadors:show.${value}`) }))}
        onChange={(value) => onChange({ show: value === 'all' ? 'all' : undefined })}
        w="fit-content"
      />
      {show === 'all' ? (
        <KnownPanel thanked={thanked} />
      ) : (
        <RankingPanel search={search} today={today} thanked={thanked} onChange={onChange} />
      )}
      <AmbassadorPanel
        id={ambassador}
        account={account}
        thanked={thanked}
        onClose={() => onChange({ ambassador: undefined })}
      />
      <NewAmbassadorDialog
        opened={adding}
        onClose={close}
        onShow={(id) => {
          close();
          onChange({ ambassador: id });
        }}
      />
    </Stack>
  );
}
