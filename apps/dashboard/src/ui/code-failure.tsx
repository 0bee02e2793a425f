import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isServerThere } from '../lib/fetch-code';
import { FailureNotice } from './failure-notice';

interface CodeFailureProps {
  error: unknown;
  /** Within a page that is there. */
  within?: boolean;
}

/** In place of a screen, or a part of one, whose code could not be fetched. */
export function CodeFailure({ error, within = false }: CodeFailureProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  // A browser may not fetch again what failed once, unless the page is loaded anew; the address holds what it shows.
  const retry = async () => {
    setAsking(true);
    if (await isServerThere()) window.location.reload();
    else setAsking(false);
  };
  return (
    <FailureNotice
      title={t(within ? 'failure.partTitle' : 'failure.screenTitle')}
      error={error}
      within={within}
      {...(within ? {} : { order: 1 as const })}
      retrying={asking}
      onRetry={() => void retry()}
    />
  );
}
