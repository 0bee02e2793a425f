import { Alert, Divider, Group, Stack, Text } from '@mantine/core';
import type { RecommendationRecord } from '@num-ecard/contracts/referral';
import { IconEraser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../../ui/theme';
import { useWhen } from './clock';
import { ConsentBox } from './consent-box';
import { ContactButtons } from './contact-buttons';
import { CoRecommendations } from './co-recommendations';
import { Failure } from './failure';
import { HistoryList } from './history-list';
import { StatusMark } from './marks';
import { MoveBox } from './move-box';
import { NoteForm } from './note-form';
import { PersonalData } from './personal-data';
import { RecordDetails } from './record-details';
import { RecordSection } from './record-section';
import { ReminderBox } from './reminder-box';
import { WhatWasSaid } from './what-was-said';

interface ProspectRecordProps {
  record: RecommendationRecord;
  /** Why what is shown may not be the latest; null when it is. */
  failure: unknown;
}

/** All that is known of one prospect, and all that can be done with it. */
export function ProspectRecord({ record, failure }: ProspectRecordProps) {
  const { t } = useTranslation('crm');
  const when = useWhen();
  const { prospect, erasedAt } = record;
  return (
    <Stack gap="lg">
      <Failure error={failure} />
      <Group gap="xs">
        <StatusMark of={record} />
        {prospect.company !== null && <Text>{prospect.company}</Text>}
      </Group>
      {erasedAt === null ? (
        <>
          <ContactButtons prospect={prospect} />
          <WhatWasSaid record={record} />
          <ConsentBox record={record} />
        </>
      ) : (
        <Alert color="gray" icon={<IconEraser size={ICON.medium} aria-hidden />}>
          {t('erased.since', { when: when(erasedAt) })}
        </Alert>
      )}
      <MoveBox record={record} />
      {erasedAt === null && (
        <>
          <Divider />
          <ReminderBox record={record} />
          <Divider />
          <RecordSection title={t('note.title')}>
            <NoteForm id={record.id} />
          </RecordSection>
        </>
      )}
      <Divider />
      <RecordSection title={t('history.title')}>
        <HistoryList record={record} />
      </RecordSection>
      {record.coRecommendations.length > 0 && (
        <>
          <Divider />
          <CoRecommendations record={record} />
        </>
      )}
      <Divider />
      <RecordDetails record={record} />
      {erasedAt === null && (
        <>
          <Divider />
          <PersonalData record={record} />
        </>
      )}
    </Stack>
  );
}
