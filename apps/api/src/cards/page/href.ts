/** Addresses as they stand in `href`. */
import type { PostalAddress } from '@num-ecard/contracts/cards';
import { markup, type Fragment, type Markup } from './markup.js';

const SCHEMES: ReadonlySet<string> = new Set(['https:', 'http:', 'tel:', 'mailto:', 'sms:']);

/**
 * The address if a visitor may safely follow it: http(s), tel, mailto, sms, a path of this site or a place on the page. Else null.
 * Profiles are validated when they are stored; this holds for one that came in another way too.
 */
export function safeHref(address: string): string | null {
  // "//host" and "/\host" are other sites, and browsers drop tabs and newlines before they look.
  if (/^(?:\/(?![/\\])[^\s\\]*|#[\w-]*)$/.test(address)) return address;
  try {
    return SCHEMES.has(new URL(address).protocol) ? address : null;
  } catch {
    return null;
  }
}

/** Names of the `data-track` targets that this product's public pages use. */
export type TrackTarget =
  | 'phone'
  | 'sms'
  | 'email'
  | 'whatsapp'
  | 'linkedin'
  | 'instagram'
  | 'facebook'
  | 'x'
  | 'youtube'
  | 'tiktok'
  | 'website'
  | 'address'
  | 'vcard'
  | 'share'
  | 'calendar'
  | 'referral'
  | 'qr'
  | 'privacy'
  | 'card';

/**
 * The only way these pages make a link: its address is checked and it carries the target under which a click
 * on it is counted. An unsafe address leaves nothing. Addresses of other sites open beside the card.
 */
export function link(
  target: TrackTarget,
  address: string,
  attributes: { class: string; label?: string; id?: string; download?: string },
  content: Fragment,
): Markup | null {
  const href = safeHref(address);
  if (href === null) return null;
  const more = [
    attributes.id && markup` id="${attributes.id}"`,
    attributes.label && markup` aria-label="${attributes.label}"`,
    attributes.download && markup` download="${attributes.download}"`,
    /^https?:/i.test(href) && markup` target="_blank" rel="noopener"`,
  ];
  return markup`<a class="${attributes.class}" href="${href}" data-track="${target}"${more}>${content}</a>`;
}

/** `number` in E.164. */
export const telHref = (number: string): string => `tel:${number}`;
export const smsHref = (number: string): string => `sms:${number}`;
export const whatsappHref = (number: string): string => `https://wa.me/${number.replace(/\D/g, '')}`;

/** The @ stays as it is: mail programs expect it so. What would begin header fields (`?`, `&`) does not. */
export const mailHref = (email: string): string => `mailto:${encodeURIComponent(email).replace('%40', '@')}`;

export function shareHref(subject: string, body: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/** A map that belongs to no telephone maker and needs no key. `country` is a name, not a code. */
export function mapHref(address: PostalAddress, country: string | null): string {
  const place = [address.street, [address.postalCode, address.city].filter(Boolean).join(' '), country];
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(place.filter(Boolean).join(', '))}`;
}
