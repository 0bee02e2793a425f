import '../../../locales/told';
import type { LiveNotification } from '@num-ecard/contracts/referral-live';
import { beforeAll, expect, test } from 'vitest';
import i18next, { type TFunction } from 'i18next';
import en from '../../../locales/en/told.json';
import fr from '../../../locales/fr/told.json';
import { callAddress, toastsOf, toastText } from './toast-words';

const NOTICE: LiveNotification = {
  kind: 'recommendation',
  id: '5d5f2f0e-9c0a-4d8e-8a6e-0d9f0d3a1b2c',
  at: '2026-11-26T09:00:00.000Z',
  ambassador: 'Marc Petit',
  prospect: 'Sophie Dubois',
  phoneDisplay: '06 12 34 56 78',
  held: false,
};

let t: { fr: TFunction<'told'>; en: TFunction<'told'> };
beforeAll(async () => {
  const instance = i18next.createInstance();
  await instance.init({
    resources: { fr: { told: fr }, en: { told: en } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  t = { fr: instance.getFixedT('fr', 'told'), en: instance.getFixedT('en', 'told') };
});

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each<[Partial<LiveNotification>, 'fr' | 'en', string]>([
  [{}, 'fr', 'Marc Petit vient de vous recommander un prospect : Sophie Dubois, 06 12 34 56 78'],
  [{}, 'en', 'Marc Petit has just recommended a prospect to you: Sophie Dubois, 06 12 34 56 78'],
  [{ phoneDisplay: null }, 'fr', 'Marc Petit vient de vous recommander un prospect : Sophie Dubois'],
  [{ prospect: null, phoneDisplay: null }, 'fr', 'Marc Petit vient de vous recommander un prospect.'],
  [
    { ambassador: null, phoneDisplay: null },
    'fr',
    "Quelqu'un vient de vous recommander un prospect : Sophie Dubois",
  ],
  [{ held: true }, 'fr', 'Une recommandation est à vérifier : elle semble anormale.'],
])('%j in %s', (changed, locale, text) => {
  expect(plain(toastText({ kind: 'one', notification: { ...NOTICE, ...changed } }, t[locale]))).toBe(text);
});

test('more than three are told as one', () => {
  const open = (many: number) => Array.from({ length: many }, () => NOTICE);
  expect(toastsOf(open(0))).toEqual([]);
  expect(toastsOf(open(3)).map(({ kind }) => kind)).toEqual(['one', 'one', 'one']);
  const [many] = toastsOf(open(4));
  expect(many && plain(toastText(many, t.fr))).toBe('4 nouvelles recommandations');
});

test.each([
  ['06 12 34 56 78', 'tel:0612345678'],
  ['+32 470 12 34 56', 'tel:+32470123456'],
])('%s is called', (shown, address) => {
  expect(callAddress(shown)).toBe(address);
});
