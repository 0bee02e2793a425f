import { CatchBoundary, type ErrorComponentProps } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { RequestError } from '../lib/request-error';
import { CodeFailure } from './code-failure';

interface PartProps {
  /** Until its code has come. */
  fallback: ReactNode;
  children: ReactNode;
}

/** A part of a page with code of its own, brought by `fetchCode`: where it cannot be, the rest of the page stays. */
export function Part({ fallback, children }: PartProps) {
  return (
    <CatchBoundary getResetKey={() => 'part'} errorComponent={PartFailure}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </CatchBoundary>
  );
}

function PartFailure({ error }: ErrorComponentProps) {
  if (!(error instanceof RequestError)) throw error;
  return <CodeFailure error={error} within />;
}
