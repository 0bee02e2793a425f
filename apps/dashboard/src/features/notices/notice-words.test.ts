import type { Notice } from '@num-ecard/contracts/notices';
import i18next, { type TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import en from '../../locales/en/notices.json';
import fr from '../../locales/fr/notices.json';
import { noticeText } from './notice-words';

const ABOUT = {
  id: '5d5f2f0e-9c0a-4d8e-8a6e-0d9f0d3a1b2c',
  at: '2026-11-26T09:00:00.000Z',
  readAt: null,
  path: '/visits',
  cardId: null,
};
const visits = (views: number, clicks: number, cards = 1): Notice => ({
  ...ABOUT,
  kind: 'visits',
  counts: { views, clicks, cards },
});
const unusual = (more: { cards?: number; day?: string } = {}): Notice => ({
  ...ABOUT,
  kind: 'unusual',
  counts: { views: 36, factor: 3, cards: 1, ...more },
});
const LINK: Notice = { ...ABOUT, kind: 'first-link-visit', counts: { link: 'salonly' } };

let t: { fr: TFunction<'notices'>; en: TFunction<'notices'> };
beforeAll(async () => {
  const instance = i18next.createInstance();
  await instance.init({
    resources: { fr: { notices: fr }, en: { notices: en } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  t = { fr: instance.getFixedT('fr', 'notices'), en: instance.getFixedT('en', 'notices') };
});

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test.each<[Notice, { label?: string; isToday: boolean }, string, string]>([
  [
    visits(3, 2),
    { isToday: true },
    '3 visites et 2 clics sur vos boutons de contact',
    '3 visits and 2 clicks on your contact buttons',
  ],
  [
    visits(1, 1),
    { isToday: true },
    '1 visite et 1 clic sur vos boutons de contact',
    '1 visit and 1 click on your contact buttons',
  ],
  [visits(1, 0), { isToday: true }, '1 visite', '1 visit'],
  [visits(0, 2), { isToday: true }, '2 clics sur vos boutons de contact', '2 clicks on your contact buttons'],
  [visits(1_200, 0, 4), { isToday: true }, '1 200 visites, sur 4 cartes', '1,200 visits, on 4 cards'],
  [
    unusual(),
    { isToday: true },
    "3 fois plus de visites que d'habitude aujourd'hui",
    '3 times as many visits as usual today',
  ],
  [
    unusual({ day: '2026-11-25' }),
    { isToday: true },
    "3 fois plus de visites que d'habitude la veille",
    '3 times as many visits as usual the day before',
  ],
  [
    unusual({ cards: 12 }),
    { isToday: true },
    "Au moins 3 fois plus de visites que d'habitude aujourd'hui, sur 12 cartes",
    'At least 3 times as many visits as usual today, on 12 cards',
  ],
  [unusual(), { isToday: false }, "3 fois plus de visites que d'habitude", '3 times as many visits as usual'],
  [
    LINK,
    { label: 'Salon de Lyon', isToday: true },
    'Première visite par « Salon de Lyon »',
    'First visit by “Salon de Lyon”',
  ],
  [LINK, { isToday: true }, 'Première visite par un lien nommé', 'First visit by a named link'],
])('%j %j', (notice, known, french, english) => {
  expect(plain(noticeText(notice, known, t.fr))).toBe(french);
  expect(plain(noticeText(notice, known, t.en))).toBe(english);
});
