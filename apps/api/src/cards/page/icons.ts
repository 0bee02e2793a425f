/** Icons of the page, inlined from Tabler Icons (MIT), so that they cost no request. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { trustedMarkup, type Markup } from './markup.js';

const FILES = {
  phone: 'filled/phone',
  sms: 'filled/message',
  whatsapp: 'filled/brand-whatsapp',
  email: 'filled/mail',
  website: 'outline/world',
  address: 'outline/map-pin',
  calendar: 'outline/calendar-event',
  fax: 'outline/printer',
  contact: 'outline/user-plus',
  share: 'outline/share-2',
  qr: 'outline/qrcode',
  open: 'outline/chevron-right',
  back: 'outline/arrow-left',
  recommend: 'outline/heart-handshake',
  copy: 'outline/copy',
  linkedin: 'filled/brand-linkedin',
  instagram: 'outline/brand-instagram',
  facebook: 'filled/brand-facebook',
  x: 'outline/brand-x',
  youtube: 'filled/brand-youtube',
  tiktok: 'filled/brand-tiktok',
} as const;
export type IconName = keyof typeof FILES;

const require = createRequire(import.meta.url);

function load(name: IconName): Markup {
  const source = readFileSync(require.resolve(`@tabler/icons/${FILES[name]}.svg`), 'utf8');
  const shapes = source
    .replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '')
    .replace(/\s*<path stroke="none" d="M0 0h24v24H0z" fill="none" \/>\s*/, '')
    .replace(/>\s+</g, '><')
    .replaceAll(' />', '/>')
    .trim();
  const style = FILES[name].startsWith('filled') ? 'i f' : 'i';
  // Colour and stroke come from the style sheet; the box keeps an icon's place where that is missing.
  return trustedMarkup(
    `<svg class="${style}" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">${shapes}</svg>`,
  );
}

const ICONS = new Map((Object.keys(FILES) as IconName[]).map((name) => [name, load(name)]));

/** An icon of 24 px in the colour of the text round it, hidden from screen readers. */
export function icon(name: IconName): Markup {
  return ICONS.get(name)!;
}
