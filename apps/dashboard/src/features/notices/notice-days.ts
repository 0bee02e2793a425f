import type { Notice } from '@num-ecard/contracts/notices';
import { calendarDay } from '@num-ecard/contracts/calendar';

interface NoticeDay {
  /** `YYYY-MM-DD` of the account's time zone. */
  readonly day: string;
  readonly notices: readonly Notice[];
}

/** The notices of all pages by day, the latest first, as they come. Two pages fetched one after the other may share a notice. */
export function noticeDays(
  pages: readonly { readonly items: readonly Notice[] }[],
  timeZone: string,
): NoticeDay[] {
  const days: { day: string; notices: Notice[] }[] = [];
  const known = new Map(pages.flatMap(({ items }) => items).map((notice) => [notice.id, notice]));
  for (const notice of known.values()) {
    const day = calendarDay(new Date(notice.at), timeZone);
    let last = days.at(-1);
    if (last?.day !== day) days.push((last = { day, notices: [] }));
    last.notices.push(notice);
  }
  return days;
}
