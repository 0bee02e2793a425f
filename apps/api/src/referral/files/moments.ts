import type { Locale } from '@num-ecard/contracts/locale';

/** Moments of one account as its files write them, by the clocks of its time zone. */
export class Moments {
  private readonly short: Intl.DateTimeFormat;
  private readonly long: Intl.DateTimeFormat;
  private readonly dayOnly: Intl.DateTimeFormat;

  constructor(
    private readonly locale: Locale,
    readonly timezone: string,
  ) {
    const names = locale === 'fr' ? 'fr-FR' : 'en-GB';
    this.short = new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    this.long = new Intl.DateTimeFormat(names, { timeZone: timezone, dateStyle: 'long', timeStyle: 'long' });
    this.dayOnly = new Intl.DateTimeFormat(names, { timeZone: 'UTC', dateStyle: 'long' });
  }

  /** As spreadsheets take it for a date: `26/11/2026 14:05` in French, `2026-11-26 14:05` in English, which has two orders of days. */
  cell(at: string): string {
    const part = Object.fromEntries(
      this.short.formatToParts(new Date(at)).map(({ type, value }) => [type, value]),
    );
    const { year, month, day, hour, minute } = part as Record<string, string>;
    const date = this.locale === 'fr' ? `${day}/${month}/${year}` : `${year}-${month}-${day}`;
    return `${date} ${hour}:${minute}`;
  }

  /** To the second, with the zone: `1er novembre 2026 à 14:05:09 UTC+1`. */
  exactly(at: Date): string {
    return this.withFirst(this.long.format(at));
  }

  /** A `YYYY-MM-DD` in words: `1er novembre 2026`. */
  day(day: string): string {
    return this.withFirst(this.dayOnly.format(new Date(`${day}T00:00:00Z`)));
  }

  /** The first of a month as French has it. */
  private withFirst(words: string): string {
    return this.locale === 'fr' ? words.replace(/^1 /, '1er ') : words;
  }
}
