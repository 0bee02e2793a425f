import { Skeleton, Text } from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestError } from '../../../lib/request-error';
import { FailureNotice } from '../../../ui/failure-notice';
import { SidePanel } from '../../../ui/side-panel';
import { AmbassadorDetails } from './ambassador-details';
import { ambassadorQuery } from './ambassador.query';
import { ErasureForm } from './erasure-form';
import { ThanksForm } from './thanks-form';

interface AmbassadorPanelProps {
  id: string;
  account: Account;
  /** When somebody was thanked, in words. */
  thanked(at: string): string;
  onClose(): void;
}

/** All about one ambassador, beside the list. */
export function AmbassadorPanel({ id, account, thanked, onClose }: AmbassadorPanelProps) {
  const { t } = useTranslation('ambassadors');
  const query = useQuery(ambassadorQuery(id));
  const [step, setStep] = useState<'show' | 'thank' | 'erase'>('show');
  const { data, error, isFetching } = query;
  const show = () => setStep('show');
  const title = data === undefined ? t('details') : (data.name ?? t('erased'));
  return (
    <SidePanel opened onClose={onClose} title={title} closeLabel={t('close')}>
      {data === undefined && error === null && <Skeleton h="var(--num-table-height)" />}
      {data === undefined &&
        error !== null &&
        (error instanceof RequestError && error.status === 404 ? (
          <Text>{t('unknown')}</Text>
        ) : (
          <FailureNotice error={error} retrying={isFetching} onRetry={() => void query.refetch()} within />
        ))}
      {data && step === 'show' && (
        <AmbassadorDetails
          ambassador={data}
          thanked={thanked}
          onThank={() => setStep('thank')}
          onErase={() => setStep('erase')}
        />
      )}
      {data && step === 'thank' && <ThanksForm ambassador={data} account={account} onDone={show} />}
      {data && step === 'erase' && <ErasureForm ambassador={data} onDone={show} />}
    </SidePanel>
  );
}
