import { z } from 'zod';

/** The languages of screens, e-mails and files; French is the first. */
export const LOCALES = ['fr', 'en'] as const;
export const Locale = z.enum(LOCALES).meta({ id: 'Locale' });
export type Locale = z.infer<typeof Locale>;

/** The language to answer in, from an `Accept-Language` header: the first of ours by weight, else French. */
export function negotiateLocale(acceptLanguage: string | undefined): Locale {
  return preferredLocale(acceptLanguage) ?? 'fr';
}

/** The first of our languages by weight in an `Accept-Language` header, if it names one. */
export function preferredLocale(acceptLanguage: string | undefined): Locale | undefined {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ weight }) => weight > 0)
    // Stable: equal weights keep the header's order.
    .toSorted((a, b) => b.weight - a.weight);
  const found = wanted.find(({ language }) => (LOCALES as readonly string[]).includes(language ?? ''));
  return found?.language as Locale | undefined;
}

/** An IANA time zone that this runtime knows, such as `Europe/Paris` or `Indian/Reunion`. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((zone) => {
    // Offsets such as "+02:00" are accepted by Intl but are no zones: they know no clock change.
    // Nor is an abbreviation: PostgreSQL does not know each of them, nor reads each the same way.
    if (zone !== 'UTC' && (!/^[A-Za-z_]+\/./.test(zone) || zone === 'US/Pacific-New')) return false;
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  }, 'must be an IANA time zone such as Europe/Paris')
  .meta({ id: 'TimeZone', example: 'Europe/Paris' });
