import { useEffect, useState } from 'react';
import { calendarDay } from '@num-ecard/contracts/calendar';

const MINUTE_MS = 60_000;

/**
 * Today's `YYYY-MM-DD` in a time zone; renders again when the day changes. Looks at the clock once a minute, just
 * after the minute begins, and when the page is shown again: a single long timer would sleep with the device.
 */
export function useToday(timeZone: string): string {
  const [today, setToday] = useState(() => calendarDay(new Date(), timeZone));

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      setToday(calendarDay(new Date(), timeZone));
      clearTimeout(timer);
      timer = setTimeout(look, MINUTE_MS - (Date.now() % MINUTE_MS) + 50);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [timeZone]);

  return today;
}
