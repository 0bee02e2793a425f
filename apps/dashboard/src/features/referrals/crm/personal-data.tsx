import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { RecommendationRecord } from '@num-ecard/contracts/referral';
import { IconDownload, IconEraser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog';
import { ICON } from '../../../ui/theme';
import { eraseProspect } from './change-recommendation.api';
import { Failure } from './failure';
import { RecordSection } from './record-section';
import { useChange } from './use-change';
import { usePersonName } from './use-person-name';

/** The prospect's rights: a copy of all that is held about them, and its erasure. */
export function PersonalData({ record }: { record: RecommendationRecord }) {
  const { t } = useTranslation('crm');
  const nameOf = usePersonName();
  const [opened, { open, close }] = useDisclosure();
  const erasing = useChange(() => eraseProspect(record.id));
  const name = nameOf.prospect(record.prospect);
  return (
    <RecordSection title={t('data.title')}>
      <Text size="sm" c="dimmed">
        {t('data.hint')}
      </Text>
      <Group gap="xs">
        <Button
          component="a"
          href={`/api/recommendations/${record.id}/personal-data`}
          download
          variant="default"
          size="sm"
          leftSection={<IconDownload size={ICON.small} aria-hidden />}
        >
          {t('data.export')}
        </Button>
        <Button
          variant="default"
          size="sm"
          c="var(--mantine-color-error)"
          leftSection={<IconEraser size={ICON.small} aria-hidden />}
          onClick={() => {
            erasing.reset();
            open();
          }}
        >
          {t('data.erase')}
        </Button>
      </Group>
      <Dialog opened={opened} onClose={close} title={t('data.eraseTitle', { name })} closeLabel={t('close')}>
        <Stack>
          <Text>{t('data.goes')}</Text>
          <Text>{t('data.stays')}</Text>
          <Failure error={erasing.error} />
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={close}>
              {t('cancel')}
            </Button>
            <Button
              color="red"
              loading={erasing.isPending}
              onClick={() => erasing.mutate(undefined, { onSuccess: close })}
            >
              {t('data.submit')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </RecordSection>
  );
}
