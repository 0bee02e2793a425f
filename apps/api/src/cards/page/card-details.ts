/** Everything the card says in full: numbers, addresses, networks. */
import {
  SOCIAL_NETWORKS,
  type Phone,
  type PostalAddress,
  type SocialNetwork,
} from '@num-ecard/contracts/cards';
import type { Locale } from '@num-ecard/contracts/locale';
import type { CardView } from './card-view.js';
import { link, mailHref, mapHref, telHref, type TrackTarget } from './href.js';
import { markup, type Fragment, type Markup } from './markup.js';
import { icon, type IconName } from './icons.js';
import { displayNumber } from './phone-number.js';
import type { PageTexts } from './texts.js';

const NETWORK_NAMES: Readonly<Record<SocialNetwork, string>> = {
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  facebook: 'Facebook',
  x: 'X',
  youtube: 'YouTube',
  tiktok: 'TikTok',
};

function line(name: IconName, label: string, value: Fragment): Markup {
  return markup`<span class="disc">${icon(name)}</span><span class="line"><small>${label}</small>${value}</span>`;
}

function row(target: TrackTarget & IconName, address: string, label: string, value: Fragment): Fragment {
  const anchor = link(target, address, { class: 'row' }, [line(target, label, value), icon('open')]);
  return anchor && markup`<li>${anchor}</li>`;
}

/** A fax machine is not called from a card: its number is shown and leads nowhere. */
function phoneRow({ kind, number }: Phone, texts: PageTexts): Fragment {
  const shown = markup`<b class="number">${displayNumber(number)}</b>`;
  if (kind === 'fax') return markup`<li class="row">${line('fax', texts.phoneKinds.fax, shown)}</li>`;
  return row('phone', telHref(number), texts.phoneKinds[kind], shown);
}

function countryName(code: string | undefined, locale: Locale): string | null {
  return code ? (new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? null) : null;
}

function addressRow(address: PostalAddress, locale: Locale, texts: PageTexts): Fragment {
  const country = countryName(address.country, locale);
  const town = [address.postalCode, address.city].filter(Boolean).join(' ');
  // A French reader needs no "France" under a French town.
  const shownCountry = address.country === 'FR' && locale === 'fr' && town ? null : country;
  const lines = [address.street, town, shownCountry].filter(Boolean);
  if (lines.length === 0) return null;
  return row(
    'address',
    mapHref(address, country),
    texts.address,
    markup`<b>${lines.map((text, i) => [i > 0 && markup`<br>`, text])}</b>`,
  );
}

/** `www.example.fr/contact` of `https://www.example.fr/contact/`: what a person would type. */
function shownAddress(address: string): string {
  return address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}

function networks({ socials }: CardView['profile'], texts: PageTexts): Markup | null {
  const links = SOCIAL_NETWORKS.map((network) => {
    const address = socials[network];
    const name = NETWORK_NAMES[network];
    return address && link(network, address, { class: 'disc', label: name }, icon(network));
  }).filter(Boolean);
  if (links.length === 0) return null;
  return markup`<h2>${texts.socials}</h2><p class="socials">${links}</p>`;
}

/** Null when the profile has nothing to list. */
export function cardDetails({ profile }: CardView, locale: Locale, texts: PageTexts): Markup | null {
  const { phones, email, website, calendar, address } = profile;
  const rows = [
    calendar && row('calendar', calendar, texts.calendar, markup`<b>${texts.bookAppointment}</b>`),
    phones.map((phone) => phoneRow(phone, texts)),
    email && row('email', mailHref(email), texts.email, markup`<b>${email}</b>`),
    website && row('website', website, texts.website, markup`<b>${shownAddress(website)}</b>`),
    address && addressRow(address, locale, texts),
  ]
    .flat()
    .filter(Boolean);
  const social = networks(profile, texts);
  if (rows.length === 0 && !social) return null;
  return markup`<section class="details">
${rows.length > 0 && markup`<h2>${texts.contactDetails}</h2><ul>${rows}</ul>`}
${social}
</section>`;
}
