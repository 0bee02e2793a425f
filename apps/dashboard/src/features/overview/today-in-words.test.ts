import type { UsageSummary } from '@num-ecard/contracts/usage-summary';
import { expect, test } from 'vitest';
import { changeLocale, createI18n } from '../../lib/i18n';
import { SEPARATOR, todayInWords } from './today-in-words';

const i18n = await createI18n('fr');
await changeLocale('en');

function said(locale: 'fr' | 'en', views: number, clicks: Record<string, number> = {}): string {
  const byTarget = Object.entries(clicks).map(([target, today]) => ({ target, today, total: today + 100 }));
  const today = byTarget.reduce((sum, figures) => sum + figures.today, 0);
  const summary: UsageSummary = {
    views: { today: views, total: views + 100 },
    clicks: { today, total: today + 100, byTarget },
    lastVisitAt: null,
  };
  // Numbers are grouped with a narrow no-break space in French; tests read better without.
  return todayInWords(summary, i18n.getFixedT(locale))
    .join(SEPARATOR)
    .replaceAll(/[\u202f\u00a0]/g, ' ');
}

test('says the day as the owner reads it in the evening', () => {
  expect(said('fr', 15, { phone: 8, email: 3 })).toBe(
    "15 visites aujourd'hui, 8 clics sur mon numéro de téléphone, 3 clics sur mon e-mail",
  );
  expect(said('en', 15, { phone: 8, email: 3 })).toBe(
    '15 visits today, 8 clicks on my phone number, 3 clicks on my e-mail',
  );
});

test.each([
  ['fr', 0, {}, "Pas encore de visite aujourd'hui"],
  ['en', 0, {}, 'No visits yet today'],
  ['fr', 1, {}, "1 visite aujourd'hui, pas encore de clic"],
  ['en', 1, {}, '1 visit today, no clicks yet'],
  ['fr', 1, { phone: 1 }, "1 visite aujourd'hui, 1 clic sur mon numéro de téléphone"],
  ['en', 1, { phone: 1 }, '1 visit today, 1 click on my phone number'],
  ['fr', 1234, {}, "1 234 visites aujourd'hui, pas encore de clic"],
  ['en', 1234, {}, '1,234 visits today, no clicks yet'],
  ['fr', 1_000_000, {}, "1 000 000 de visites aujourd'hui, pas encore de clic"],
  // A visit begun before midnight, its button pressed after.
  ['fr', 0, { sms: 1 }, "Pas encore de visite aujourd'hui, 1 clic sur mon bouton SMS"],
  ['fr', 2, { 'menu-du-jour': 2 }, "2 visites aujourd'hui, 2 clics sur « menu-du-jour »"],
] as const)('%s: %i visits, clicks %j', (locale, views, clicks, sentence) => {
  expect(said(locale, views, clicks)).toBe(sentence);
});

test('names the contact buttons first, then the most clicked, and sums up the rest', () => {
  expect(said('fr', 9, { website: 4, share: 1, linkedin: 5, email: 1, phone: 2, sms: 0 })).toBe(
    "9 visites aujourd'hui, 2 clics sur mon numéro de téléphone, 1 clic sur mon e-mail, " +
      '5 clics sur mon LinkedIn, 4 clics sur mon site web, 1 autre clic',
  );
});
