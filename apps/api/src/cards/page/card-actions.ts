/** What a visitor came for: the quick actions under the name, and the bar that stays under the thumb. */
import { cardAddress, cardPaths, type CardView } from './card-view.js';
import { link, mailHref, shareHref, smsHref, telHref, whatsappHref } from './href.js';
import { markup, type Markup } from './markup.js';
import { icon } from './icons.js';
import { takesMessages } from './phone-number.js';
import type { PageTexts } from './texts.js';

/** Call, text, WhatsApp, e-mail, as far as the profile has them; null when it has none. */
export function quickActions({ profile }: CardView, texts: PageTexts): Markup | null {
  const callable = profile.phones.find(({ kind }) => kind !== 'fax');
  const mobile = profile.phones.find((phone) => phone.kind !== 'fax' && takesMessages(phone));
  const action = (target: 'phone' | 'sms' | 'whatsapp' | 'email', address: string, label: string) =>
    link(target, address, { class: 'quick' }, markup`<span class="disc">${icon(target)}</span>${label}`);
  const actions = [
    callable && action('phone', telHref(callable.number), texts.call),
    mobile && action('sms', smsHref(mobile.number), texts.sms),
    profile.whatsapp && action('whatsapp', whatsappHref(profile.whatsapp), texts.whatsapp),
    profile.email && action('email', mailHref(profile.email), texts.email),
  ].filter(Boolean);
  return actions.length ? markup`<nav class="quicks" aria-label="Contact">${actions}</nav>` : null;
}

/** The way to the QR code, for a card shown on its owner's own telephone. */
export function qrLink(card: CardView, texts: PageTexts): Markup | null {
  return link('qr', cardPaths(card).qr, { class: 'tool', label: texts.showQr }, icon('qr'));
}

/** Save the contact, share. */
export function actionBar(card: CardView, texts: PageTexts): Markup {
  const shared = { title: texts.sharedBy(card.profile.name), url: cardAddress(card, 'link') };
  return markup`<div class="bar">
${link('vcard', cardPaths(card).vcard, { class: 'save' }, [icon('contact'), texts.saveContact])}
<button id="share" class="tool" type="button" hidden data-track="share" aria-label="${texts.share}" title="${texts.share}" data-title="${shared.title}" data-url="${shared.url}" data-copied="${texts.linkCopied}" data-manual="${texts.copyThisLink}">${icon('share')}</button>
${link('share', shareHref(shared.title, shared.url), { class: 'tool', label: texts.share, id: 'share-link' }, icon('share'))}
</div>
<p id="status" class="toast" role="status"></p>`;
}
