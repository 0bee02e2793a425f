import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../../lib/use-today';
import { type WhenKey, whenWords } from './when-words';

interface Clock {
  readonly timeZone: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

const ClockContext = createContext<Clock | undefined>(undefined);

/** The account's time, for all that is said below. */
export function ClockProvider({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  const today = useToday(timeZone);
  const clock = useMemo(() => ({ timeZone, today }), [timeZone, today]);
  return <ClockContext value={clock}>{children}</ClockContext>;
}

export function useClock(): Clock {
  const clock = useContext(ClockContext);
  if (clock === undefined) throw new Error('there is no account whose time it could be');
  return clock;
}

/** Moments in words: `aujourd'hui à 14:05`, `le 12 nov. à 09:00`. */
export function useWhen(): (at: string) => string {
  const { t, i18n } = useTranslation('crm');
  const { timeZone, today } = useClock();
  return (at) => {
    const { key, ...values } = whenWords(new Date(at), timeZone, today, i18n.language);
    return t(`when.${key satisfies WhenKey}`, values);
  };
}
