import { expect, test } from 'vitest';
import { html, plainText } from './render-mail.js';

const MESSAGE = {
  to: 'patrice@example.fr',
  subject: 'Un prospect',
  heading: 'Merci !',
  paragraphs: ['Le formulaire « Recommander un ami » : combien ?'],
  facts: [{ label: 'Message', value: 'Un devis ; 20 % de moins ?' }],
  action: { label: 'Ouvrir', url: 'https://example.fr/a', fallback: 'Le bouton ne marche pas ?' },
  notes: ['Pas demandé ? Ignorez cet e-mail.'],
};

test('no line of a French e-mail begins with a sign that belongs to the word before', () => {
  const [, read = ''] = html({ ...MESSAGE, locale: 'fr' }).split('<body');
  expect(read).toContain('«\u00a0Recommander un ami\u00a0»\u00a0: combien\u00a0?');
  expect(read.replaceAll(/<[^>]*>/g, '')).not.toMatch(/ [:;!?»%]|« /);
});

test('a label is followed by the colon of its language', () => {
  expect(plainText({ ...MESSAGE, locale: 'fr' })).toContain('Message\u00a0: Un devis');
  expect(plainText({ ...MESSAGE, locale: 'en' })).toContain('Message: Un devis ; 20 % de moins ?');
});
