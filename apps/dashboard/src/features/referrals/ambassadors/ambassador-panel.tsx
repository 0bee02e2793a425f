import { Skeleton, Text } from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import type { Ambassador } from '@num-ecard/contracts/referral-ambassadors';
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
  /** Whose; undefined while it is closed. */
  id: string | undefined;
  account: Account;
  /** When somebody was thanked, in words. */
  thanked(at: string): string;
  onClose(): void;
}

/** All about one ambassador, beside the list. */
export function AmbassadorPanel({ id, account, thanked, onClose }: AmbassadorPanelProps) {
  const { t } = useTranslation('ambassadors');
  // While it slides away it still shows whom it showed.
  const [shown, setShown] = useState(id);
  if (id !== undefined && id !== shown) setShown(id);
  const query = useQuery({ ...ambassadorQuery(shown ?? ''), enabled: shown !== undefined });
  const { data, error, isFetching } = query;
  const title = data === undefined ? t('details') : (data.name ?? t('erased'));
  return (
    <SidePanel opened={id !== undefined} onClose={onClose} title={title} closeLabel={t('close')}>
      {data === undefined && error === null && <Skeleton h="var(--num-table-height)" />}
      {data === undefined &&
        error !== null &&
        (error instanceof RequestError && error.status === 404 ? (
          <Text>{t('unknown')}</Text>
        ) : (
          <FailureNotice error={error} retrying={isFetching} onRetry={() => void query.refetch()} within />
        ))}
      {data && <Steps key={data.id} ambassador={data} account={account} thanked={thanked} />}
    </SidePanel>
  );
}

type StepsProps = Pick<AmbassadorPanelProps, 'account' | 'thanked'> & { ambassador: Ambassador };

/** One panel for all that is done with an ambassador: a second one over it would hide what it is about. */
function Steps({ ambassador, account, thanked }: StepsProps) {
  const [{ step, from }, setStep] = useState<{
    step: 'show' | 'thank' | 'erase';
    from?: 'thank' | 'erase';
  }>({ step: 'show' });
  if (step === 'thank') {
    return (
      <ThanksForm
        ambassador={ambassador}
        account={account}
        onDone={() => setStep({ step: 'show', from: step })}
      />
    );
  }
  if (step === 'erase')
    return <ErasureForm ambassador={ambassador} onDone={() => setStep({ step: 'show', from: step })} />;
  return (
    <AmbassadorDetails
      ambassador={ambassador}
      thanked={thanked}
      backFrom={from}
      onThank={() => setStep({ step: 'thank' })}
      onErase={() => setStep({ step: 'erase' })}
    />
  );
}
