import { VisuallyHidden } from '@mantine/core';
import { lazy, useEffect, useState, useSyncExternalStore } from 'react';
import { downloads } from '../../lib/downloads';
import { fetchCode } from '../../lib/fetch-code';
import { Part } from '../../ui/part';

// Most days nothing is taken away.
const DownloadTray = lazy(() =>
  fetchCode(() => import('./download-tray').then((module) => ({ default: module.DownloadTray }))),
);

/** Above every signed-in page: the files under way. With the pages they end, for the next who signs in may be another. */
export function DownloadsAside() {
  const all = useSyncExternalStore(downloads.listen, downloads.all);
  const [said, setSaid] = useState('');
  useEffect(
    () => () => {
      for (const { close } of downloads.all()) close();
    },
    [],
  );
  return (
    <>
      {/* Always on the page, or screen readers would miss the first. */}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {all.length > 0 && (
        <Part fallback={null}>
          <DownloadTray all={all} onSay={setSaid} />
        </Part>
      )}
    </>
  );
}
