import type { TFunction } from 'i18next';

/** What is wrong with a typed address, or null. Only the server knows whether it exists. */
export function emailProblem(email: string, t: TFunction<'sign-in'>): string | null {
  if (email.trim() === '') return t('signIn.emailMissing');
  return /^\S+@\S+\.\S+$/.test(email.trim()) ? null : t('signIn.emailWrong');
}
