import type { TFunction } from 'i18next';
import type { Download } from '../../lib/downloads';
import { BROKEN_OFF } from '../../lib/fetch-file';
import { CannotWrite } from '../../lib/file-target';
import { isBeyondPlan, RequestError } from '../../lib/request-error';
import { failureText } from '../../ui/failure-text';

type Words = TFunction<'exports'>;

/** How far a file is, in one sentence for who does not see it. */
export function downloadText({ title, state }: Download, t: Words, shared: TFunction): string {
  if (state.kind === 'underWay') return t('said.begun', { title });
  if (state.kind === 'came') return t('said.came', { name: state.name });
  return t('said.failed', { title, why: whyNot(state.error, t, shared) });
}

/** Why a file did not come, in words for the owner. */
export function whyNot(error: unknown, t: Words, shared: TFunction): string {
  if (error instanceof CannotWrite) return t('failure.cannotWrite');
  if (isBeyondPlan(error)) return t('failure.plan');
  if (error instanceof RequestError) {
    if (error.code === BROKEN_OFF) return t('failure.brokenOff');
    if (error.status === 429) {
      const seconds = error.retryAfterSeconds;
      return seconds === undefined ? t('failure.busy') : t('failure.busyFor', { count: seconds });
    }
  }
  return failureText(error, shared);
}
