/** HTML for pages elsewhere. Pure. */
import type { CardProfile, CardSummary } from '@num-ecard/contracts/cards';

/** The buttons that the dashboard knows by name; any other lower-case word is counted under itself. */
export const MARKS = [
  'phone',
  'sms',
  'email',
  'whatsapp',
  'website',
  'address',
  'calendar',
  'vcard',
  'share',
  'linkedin',
  'instagram',
  'facebook',
  'x',
  'youtube',
  'tiktok',
] as const;

/** Where the service is reached, which the card's own address begins with. */
function serviceOf({ url, slug }: CardSummary): string {
  return url.slice(0, -`/c/${slug}`.length);
}

export function trackerTag(card: CardSummary): string {
  return `<script defer src="${serviceOf(card)}/t.js" data-card="${card.slug}"></script>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/** Marked buttons with the owner's own number and address, or with examples. */
export function buttonExamples(
  profile: Pick<CardProfile, 'phones' | 'email'> | undefined,
  labels: { phone: string; email: string },
): string {
  const number = profile?.phones.find(({ kind }) => kind !== 'fax')?.number ?? '+33612345678';
  const email = profile?.email ?? 'bonjour@exemple.fr';
  return [
    `<a href="tel:${escaped(number)}" data-track="phone">${escaped(labels.phone)}</a>`,
    `<a href="mailto:${escaped(email)}" data-track="email">${escaped(labels.email)}</a>`,
  ].join('\n');
}

export function informationText(card: CardSummary, { text, more }: { text: string; more: string }): string {
  return `<p>${escaped(text)} <a href="${card.url}/privacy">${escaped(more)}</a></p>`;
}
