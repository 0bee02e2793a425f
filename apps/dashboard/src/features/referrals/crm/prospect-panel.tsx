import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestError } from '../../../lib/request-error';
import { FailureNotice } from '../../../ui/failure-notice';
import { SidePanel } from '../../../ui/side-panel';
import { ProspectGone } from './prospect-gone';
import { ProspectRecord } from './prospect-record';
import { recommendationQuery } from './recommendation.query';
import { useFocusBack } from './use-focus-back';
import { usePersonName } from './use-person-name';

/** One recommended prospect, over the list that it is of; on a phone the whole screen. */
export function ProspectPanel({ id }: { id: string }) {
  const { t } = useTranslation(['crm', 'translation']);
  const nameOf = usePersonName();
  const navigate = useNavigate();
  const query = useQuery(recommendationQuery(id));
  const { data, error, isError, isFetching, refetch } = query;
  useFocusBack();
  const [closed, setClosed] = useState(false);
  const name = data === undefined ? t('crm:record.title') : nameOf.prospect(data.prospect);
  const gone = error instanceof RequestError && error.status === 404;
  const leave = () =>
    void navigate({ to: '/referrals/prospects', search: (before) => before, resetScroll: false });
  return (
    <SidePanel
      opened={!closed}
      onClose={() => setClosed(true)}
      onExitTransitionEnd={leave}
      title={name}
      closeLabel={t('crm:record.close')}
    >
      <title>{`${name} · ${t('translation:app.name')}`}</title>
      {data !== undefined && !gone ? (
        <ProspectRecord key={data.id} record={data} failure={isError ? error : null} />
      ) : gone ? (
        <ProspectGone />
      ) : isError ? (
        <FailureNotice
          title={t('crm:record.failed')}
          error={error}
          retrying={isFetching}
          onRetry={() => void refetch()}
          within
        />
      ) : (
        <Stack aria-busy>
          <Skeleton h="var(--num-tile-height)" />
          <Skeleton h="var(--num-list-height)" />
        </Stack>
      )}
    </SidePanel>
  );
}
