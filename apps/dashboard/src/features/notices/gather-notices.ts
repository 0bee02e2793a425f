import type { ToldNotice } from './notice-words';

/** Longer ago it is no news of this moment. */
const RECENT_MS = 5 * 60_000;
/** More of them are told as a number. */
const MOST = 3;

interface Gathered {
  /** Each is shown with what it says, in this order. */
  readonly each: readonly ToldNotice[];
  /** These are shown as so many; one alone never is. */
  readonly together: readonly ToldNotice[];
}

/** How notices that came together are shown: whoever comes back to the screen after hours is told how many they missed. */
export function gatherNotices(notices: readonly ToldNotice[], now: Date): Gathered {
  const isRecent = ({ at }: ToldNotice) => now.getTime() - Date.parse(at) < RECENT_MS;
  const recent = notices.filter(isRecent);
  const each = recent.length > MOST ? [] : recent;
  const together = notices.filter((notice) => !each.includes(notice));
  return together.length > 1 ? { each, together } : { each: notices, together: [] };
}
