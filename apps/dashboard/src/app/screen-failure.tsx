import type { ErrorComponentProps } from '@tanstack/react-router';
import { RequestError } from '../lib/request-error';
import { CodeFailure } from '../ui/code-failure';
import { CrashScreen } from './crash-screen';

/** In place of a screen that cannot be shown: its code could not be fetched, or it broke. */
export function ScreenFailure({ error }: ErrorComponentProps) {
  return error instanceof RequestError ? <CodeFailure error={error} /> : <CrashScreen />;
}
