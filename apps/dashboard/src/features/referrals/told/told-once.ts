import { LiveNotification } from '@num-ecard/contracts/referral-live';
import { parseJson } from '../../../lib/parse-json';

/** So many are remembered: a stream that opens again may tell the latest again. */
const REMEMBERED = 200;
const STORAGE_KEY = 'num-ecard-told';

/** An entry that was kept apart is told again once it is let in. */
function keyOf({ id, held }: LiveNotification): string {
  return held ? `${id} held` : id;
}

/**
 * Of the notifications as they came, those that were not told before, neither in this page nor before it was loaded anew; data that is
 * not what the contract says is left out.
 */
export function toldOnce(
  data: readonly string[],
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): LiveNotification[] {
  const known = new Set(storage.getItem(STORAGE_KEY)?.split(','));
  const found: LiveNotification[] = [];
  for (const text of data) {
    const { data: notification } = LiveNotification.safeParse(parseJson(text));
    if (notification === undefined || known.has(keyOf(notification))) continue;
    known.add(keyOf(notification));
    found.push(notification);
  }
  if (found.length > 0) storage.setItem(STORAGE_KEY, [...known].slice(-REMEMBERED).join(','));
  return found;
}
