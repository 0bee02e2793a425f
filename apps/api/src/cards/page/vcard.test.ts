import { CardProfile } from '@num-ecard/contracts/cards';
// An independent reader: nothing of it is in the program.
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { CardView } from './card-view.js';
import { renderVcard, vcardDisposition } from './vcard.js';

const revisedAt = new Date('2026-11-03T18:30:00Z');

function card(profile: Partial<CardProfile>): CardView {
  return {
    slug: 'elodie',
    title: 'Carte',
    profile: CardProfile.parse({ name: 'Élodie de La Tour', ...profile }),
    photo: null,
    plan: 'essentiel',
    publicUrl: 'https://card.example',
    demo: false,
  };
}

const tagline = 'Conseil, audit; formation \\ suivi 🌿\n'.padEnd(230, 'été 👩🏽‍🔬 ').trim();
const elodie = card({
  role: 'Gérante; associée',
  company: 'Lumière, Fils & Cie',
  tagline,
  phones: [
    { kind: 'mobile', number: '+33612345678' },
    { kind: 'work', number: '+33478123456' },
    { kind: 'fax', number: '+33478123457' },
  ],
  whatsapp: '+33698765432',
  email: 'elodie@lumiere.example',
  website: 'https://lumiere.example/?a=1,2;b=3',
  address: { street: '12, rue de l’Église', postalCode: '69002', city: 'Lyon', country: 'FR' },
  socials: { linkedin: 'https://www.linkedin.com/in/elodie' },
});

function read(text: string) {
  const contact = new ICAL.Component(ICAL.parse(text));
  const all = (name: string) => contact.getAllProperties(name);
  const values = (name: string) => all(name).map((property) => property.getFirstValue());
  return { all, values, value: (name: string) => values(name)[0] };
}

test('another program reads back all that the card says', () => {
  const { all, value, values } = read(renderVcard(elodie, null, revisedAt));
  expect(value('version')).toBe('3.0');
  expect(value('fn')).toBe('Élodie de La Tour');
  expect(value('n')).toEqual(['de La Tour', 'Élodie', '', '', '']);
  expect([value('org')].flat()[0]).toBe('Lumière, Fils & Cie');
  // RFC 2426 has ";" escaped in every text; this reader, after RFC 6350, undoes it in lists only.
  const semicolons = (text: unknown) => String(text).replaceAll('\\;', ';');
  expect(semicolons(value('title'))).toBe('Gérante; associée');
  expect(semicolons(value('note'))).toBe(tagline);
  expect(all('tel').map((tel) => [tel.getFirstValue(), [tel.getParameter('type')].flat()[0]])).toEqual([
    ['+33612345678', 'CELL'],
    ['+33478123456', 'WORK'],
    ['+33478123457', 'WORK'],
    ['+33698765432', 'CELL'],
  ]);
  expect(value('email')).toBe('elodie@lumiere.example');
  expect(values('url')).toEqual([
    'https://lumiere.example/?a=1,2;b=3',
    'https://card.example/c/elodie?s=link',
  ]);
  expect(value('adr')).toEqual(['', '', '12, rue de l’Église', 'Lyon', '', '69002', 'France']);
  expect(value('x-socialprofile')).toBe('https://www.linkedin.com/in/elodie');
  expect(value('uid')).toBe('https://card.example/c/elodie');
  expect(String(value('rev'))).toContain('2026-11-03T18:30');
});

test('a photo comes back byte for byte, and no line is longer than 75 octets', () => {
  const bytes = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 31 + (i >> 8)) % 256));
  const text = renderVcard(elodie, { type: 'image/jpeg', bytes }, revisedAt);
  expect(text).toContain('\r\nPHOTO;ENCODING=b;TYPE=JPEG:');
  const photo = String(read(text).all('photo')[0]?.toJSON()[3]);
  expect(Buffer.from(photo, 'base64').equals(bytes)).toBe(true);
  const lines = text.split('\r\n');
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  // No bare line feed, and no character cut in two by folding.
  expect(lines.join('')).not.toMatch(/[\r\n\ufffd]/);
});

test('a name alone makes a contact with nothing else in it', () => {
  const text = renderVcard(card({ name: 'Zoé' }), null, revisedAt);
  expect(text).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n[\s\S]*\r\nEND:VCARD\r\n$/);
  expect(read(text).value('n')).toEqual(['', 'Zoé', '', '', '']);
  expect(text).not.toMatch(/^(?:TEL|EMAIL|ADR|ORG|TITLE|NOTE|PHOTO|X-SOCIALPROFILE)/m);
});

test.each([
  ['Patrice Durand', 'inline; filename="Patrice Durand.vcf"'],
  [
    'Élodie "Lô" /../',
    `inline; filename="Elodie Lo ...vcf"; filename*=UTF-8''%C3%89lodie%20L%C3%B4%20...vcf`,
  ],
  ['张伟', `inline; filename=elodie.vcf; filename*=UTF-8''%E5%BC%A0%E4%BC%9F.vcf`],
])('the file of %s', (name, disposition) => {
  expect(vcardDisposition(card({ name }))).toBe(disposition);
});
