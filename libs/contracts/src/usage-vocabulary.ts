/** The words of usage tracking: what a click can aim at and how a visit can come in. */
import { z } from 'zod';

/** The contact buttons, in the order in which an owner reads them. */
export const CONTACT_TARGETS = ['phone', 'sms', 'email', 'whatsapp'] as const;

/** Targets that the product's own cards use; a page elsewhere may use any other slug. */
export const KNOWN_TARGETS = [
  ...CONTACT_TARGETS,
  'linkedin',
  'instagram',
  'facebook',
  'x',
  'youtube',
  'tiktok',
  'website',
  'address',
  'vcard',
  'share',
  'referral',
  'calendar',
] as const;

/** The value of a `data-track` attribute. */
export const Target = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'must be a lower-case slug')
  .meta({ id: 'Target', example: 'phone' });
export type Target = z.infer<typeof Target>;

/** Sources that the product's own links carry as `?s=`. */
export const OWN_SOURCES = ['qr', 'nfc', 'link', 'signature', 'wallet'] as const;

/** Every source of a visit; `link` with a code is a named link. */
export const SOURCES = [...OWN_SOURCES, 'social', 'search', 'site', 'direct'] as const;
export const Source = z.enum(SOURCES).meta({ id: 'Source' });
export type Source = z.infer<typeof Source>;

/** The `k` of a named link's address. */
export const LinkCode = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,32}$/, 'must be 1 to 32 letters, digits, "-" or "_"')
  .meta({ id: 'LinkCode', example: 'salon7kq2' });
export type LinkCode = z.infer<typeof LinkCode>;

/** Classes of devices, in the order in which they are shown. */
export const DEVICES = ['phone', 'tablet', 'desktop', 'other'] as const;
export const Device = z.enum(DEVICES).meta({ id: 'Device' });
export type Device = z.infer<typeof Device>;

/** Why something was not counted: a robot, a preview of the link, loaded ahead, the owner's own look, or asked not to be. */
export const DROP_REASONS = ['bot', 'preview', 'prefetch', 'owner', 'opted_out'] as const;
export const DropReason = z.enum(DROP_REASONS).meta({ id: 'DropReason' });
export type DropReason = z.infer<typeof DropReason>;
