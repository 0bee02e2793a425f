/** `GET /c/:slug/qr`: the code, to be held up to another phone. */
import type { Locale } from '@num-ecard/contracts/locale';
import { cardAddress, cardPaths, type CardView } from './card-view.js';
import { renderDocument } from './document.js';
import { link } from './href.js';
import { markup } from './markup.js';
import { icon } from './icons.js';
import { pageTexts } from './texts.js';

/**
 * What the card's QR code says: its address, with `qr` as the source of the visit. The code of a named link says whose visit it
 * is by itself.
 */
export function qrAddress(card: Pick<CardView, 'slug' | 'publicUrl'>, linkCode?: string): string {
  return linkCode === undefined ? cardAddress(card, 'qr') : `${cardAddress(card)}?k=${linkCode}`;
}

/** A complete HTML document; the code itself is the image at `/c/:slug/qr.svg`. */
export function renderQrPage(card: CardView, { locale }: { locale: Locale }): string {
  const texts = pageTexts(locale);
  const paths = cardPaths(card);
  const { name, color } = card.profile;
  const download = (kind: string, path: string, label: string) =>
    link('qr', path, { class: 'choice', download: `${card.slug}-qr.${kind}` }, label);
  return renderDocument({
    locale,
    title: texts.qrTitle(name),
    color,
    body: markup`<main class="sheet qr">
${link('card', paths.card, { class: 'back' }, [icon('back'), texts.backToCard])}
<h1>${name}</h1>
<img class="code" src="${paths.qrSvg}" width="300" height="300" alt="${texts.qrAlt}">
<p class="address">${cardAddress(card).replace(/^https?:\/\//, '')}</p>
<p class="hint">${texts.qrHint}</p>
<p class="choices">${download('png', paths.qrPng, texts.downloadPng)}${download('svg', paths.qrSvg, texts.downloadSvg)}</p>
</main>`,
  });
}
