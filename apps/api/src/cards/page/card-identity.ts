/** Who the card is about: the photo or initials, the name and what stands under it. */
import type { CardView } from './card-view.js';
import { markup, type Markup } from './markup.js';
import { initials } from './person-name.js';
import type { PageTexts } from './texts.js';

/** `role · company`, or the one there is; null when there is neither. */
export function position({ role, company }: CardView['profile']): string | null {
  return [role, company].filter(Boolean).join(' · ') || null;
}

function portrait({ photo, profile }: CardView, texts: PageTexts): Markup {
  if (!photo) return markup`<div class="photo" aria-hidden="true">${initials(profile.name)}</div>`;
  const { url, width = 256, height = 256 } = photo;
  return markup`<img class="photo" src="${url}" width="${width}" height="${height}" alt="${texts.photoOf(profile.name)}">`;
}

/** French sets a space before : ; ! ? and »; a line must not break there, however it was typed. */
function unbroken(text: string): string {
  return text.replaceAll(/ (?=[:;!?»])/g, '\u00a0');
}

export function cardIdentity(card: CardView, texts: PageTexts): Markup {
  const { name, role, company, tagline } = card.profile;
  return markup`<header class="id">
${portrait(card, texts)}
<h1>${name}</h1>
${role && markup`<p class="role">${role}</p>`}
${company && markup`<p class="company">${company}</p>`}
${tagline && markup`<p class="tagline">${unbroken(tagline)}</p>`}
${card.demo && markup`<p class="demo">${texts.demoCard}</p>`}
</header>`;
}
