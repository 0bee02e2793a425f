import { CatchBoundary } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { fetchCode } from '../lib/fetch-code';

/** Milliseconds in which a page asks for what it shows first. */
const AFTER_MS = 500;

const NoticesBell = lazy(() =>
  fetchCode(() =>
    import('../features/notices/notices-bell').then((module) => ({ default: module.NoticesBell })),
  ),
);

/**
 * Where the bell comes once the page has been drawn; where its code cannot be fetched, nothing.
 * @param timeZone the account's
 */
export function BellPlace({ timeZone }: { timeZone: string }) {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    // Not `requestIdleCallback`, which Safari does not have: what is drawn first only has to be asked for first.
    const timer = setTimeout(() => setDrawn(true), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isDrawn) return null;
  return (
    <CatchBoundary getResetKey={() => 'bell'} errorComponent={() => null}>
      <Suspense>
        <NoticesBell timeZone={timeZone} />
      </Suspense>
    </CatchBoundary>
  );
}
