/** `GET /c/:slug/card.vcf`: the contact as telephones import it. */
import { create } from 'content-disposition';
import type { Phone, SocialNetwork } from '@num-ecard/contracts/cards';
import { VCard, type PhoneType } from 'vcard-creator';
import { cardAddress, type CardView } from './card-view.js';
import { splitName } from './person-name.js';

const PHONE_TYPES: Readonly<Record<Phone['kind'], PhoneType[]>> = {
  mobile: ['cell', 'voice'],
  work: ['work', 'voice'],
  fax: ['work', 'fax'],
};

function addLinks(vcard: VCard, card: CardView): void {
  const { website, socials } = card.profile;
  if (website) vcard.addUrl({ url: website, type: ['work'] });
  // The group gives the address a label on iOS; Android shows it as one more web site.
  vcard.addCustomProperty({ group: 'item1', name: 'URL', value: cardAddress(card, 'link') });
  vcard.addCustomProperty({ group: 'item1', name: 'X-ABLabel', value: 'NUM-ECARD' });
  // Not the library's addSocial: it also writes IMPP, which iOS lists as a second, useless messenger entry.
  for (const [network, url] of Object.entries(socials) as [SocialNetwork, string][]) {
    vcard.addCustomProperty({ name: 'X-SOCIALPROFILE', params: `TYPE=${network}`, value: url });
  }
}

/**
 * The card as vCard 3.0 (RFC 2426), the version that both iOS and Android import with accents and photo.
 * `photo` is the file itself; `revisedAt` is when the profile last changed. Send it as
 * `text/vcard; charset=utf-8`.
 */
export function renderVcard(
  card: CardView,
  photo: { type: 'image/jpeg' | 'image/png'; bytes: Buffer } | null,
  revisedAt: Date,
): string {
  const { name, role, company, tagline, phones, whatsapp, email, address } = card.profile;
  const { given, family, prefix } = splitName(name);
  const vcard = new VCard()
    .addFullName(name)
    .addName({ givenName: given, familyName: family, honorificPrefix: prefix });
  if (company) vcard.addCompany({ name: company });
  if (role) vcard.addJobtitle(role);
  for (const { number, kind } of phones) vcard.addPhoneNumber({ number, type: PHONE_TYPES[kind] });
  // WhatsApp finds people by the numbers of the address book.
  if (whatsapp && !phones.some(({ number }) => number === whatsapp)) {
    vcard.addPhoneNumber({ number: whatsapp, type: PHONE_TYPES.mobile });
  }
  if (email) vcard.addEmail({ address: email, type: ['internet', 'work'] });
  if (address) {
    const { street, postalCode, city, country } = address;
    vcard.addAddress({
      street: street ?? '',
      postalCode: postalCode ?? '',
      locality: city ?? '',
      country: country ? (new Intl.DisplayNames('fr', { type: 'region' }).of(country) ?? country) : '',
      type: ['work'],
    });
  }
  addLinks(vcard, card);
  if (tagline) vcard.addNote(tagline);
  if (photo) {
    vcard.addPhoto({
      image: photo.bytes.toString('base64'),
      mime: photo.type === 'image/png' ? 'PNG' : 'JPEG',
    });
  }
  return vcard.addUid(cardAddress(card)).addRevision(revisedAt).toString();
}

/** `Patrice Durand.vcf`. */
export function vcardFileName(card: CardView): string {
  const name = card.profile.name
    .replace(/[/\\:*?"<>|%]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${name || card.slug}.vcf`;
}

/**
 * The Content-Disposition header (RFC 6266) for the vCard. Inline, because iOS then shows the contact at once
 * where an attachment would first ask to download it; browsers elsewhere cannot show a vCard and save it.
 */
export function vcardDisposition(card: CardView): string {
  const fileName = vcardFileName(card);
  const plain = fileName
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .trim();
  const fallback = plain === '.vcf' ? `${card.slug}.vcf` : plain;
  return create(fileName, { type: 'inline', fallback });
}
