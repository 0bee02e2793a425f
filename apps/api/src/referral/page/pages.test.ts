import { gzipSync } from 'node:zlib';
import { CardProfile } from '@num-ecard/contracts/cards';
import type { Locale } from '@num-ecard/contracts/locale';
import { STATUSES } from '@num-ecard/contracts/referral-vocabulary';
import { describe, expect, test } from 'vitest';
import type { CardView } from '../../cards/page/card-view.js';
import { type AmbassadorPageOptions, renderAmbassadorPage } from './ambassador-page.js';
import { type ConsentState, renderConsentPage, renderUnknownLinkPage } from './consent-page.js';
import { CONSENT_VERSION, consentWording } from './consent-wording.js';
import { recommendForm, recommendLoader, recommendScripts, recommendStylesheet } from './recommend-assets.js';
import { recommendSection, renderRecommendForm } from './recommend-form.js';
import { renderThanksPage } from './thanks-page.js';

const card: CardView = {
  slug: 'patrice',
  title: 'Carte salon',
  profile: CardProfile.parse({
    name: 'Patrice Durand',
    company: 'Atelier Lumière',
    email: 'patrice@atelier.example',
  }),
  photo: null,
  plan: 'force-de-vente',
  publicUrl: 'https://card.example',
  demo: false,
};
const form = { locale: 'fr', opened: 'abc.def', idempotencyKey: 'a-key' } as const;
const receipt = {
  reference: 'K7QF2M',
  consentUrl: 'https://card.example/r/abcdefghijklmnopqrstuv',
  statusUrl: 'https://card.example/a/abcdefghijklmnopqrstuv',
};
const consent = (state: ConsentState, more: { locale?: Locale; confirm?: 'erase' | 'object' } = {}) =>
  renderConsentPage(card, {
    locale: 'fr',
    path: '/r/abcdefghijklmnopqrstuv',
    ambassador: 'Marc Petit',
    state,
    ...more,
  });
const own: AmbassadorPageOptions = {
  locale: 'fr',
  path: '/a/abcdefghijklmnopqrstuv',
  ambassador: 'Marc Petit',
  recommendations: [
    {
      prospect: 'Sophie Dubois',
      receivedAt: new Date('2026-11-25T23:30:00Z'),
      status: 'new',
      consentUrl: receipt.consentUrl,
    },
  ],
  erased: false,
  erasable: true,
  timezone: 'Europe/Paris',
};
const field = (html: string, name: string): string =>
  new RegExp(`<(?:input|textarea)[^>]* name="${name.replace('.', '\\.')}"[^>]*>`).exec(html)?.[0] ?? '';

describe('the form', () => {
  test('carries every field under its name, and what the server gave it', () => {
    const html = recommendSection(card, form).toString();
    expect(html).toContain('method="post" action="/api/cards/patrice/recommendations"');
    const names = [...html.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(names)).toEqual(
      new Set([
        'ambassador.email',
        'ambassador.name',
        'ambassador.phone',
        'declaration',
        'idempotencyKey',
        'message',
        'objet',
        'opened',
        'prospect.company',
        'prospect.email',
        'prospect.name',
        'prospect.phone',
        'relation',
      ]),
    );
    expect(field(html, 'opened')).toContain('value="abc.def"');
    expect(field(html, 'idempotencyKey')).toContain('value="a-key"');
    expect(field(html, 'declaration')).toMatch(/type="checkbox" value="true" required/);
    expect(html).not.toMatch(/ checked|aria-invalid| open>/);
    // Who holds the data, why, how long, and the rights.
    for (const words of ['Patrice Durand (Atelier Lumière) reçoit', '30\u00a0jours', 'trois ans', 'opposer'])
      expect(html).toContain(words);
  });

  test('lets a browser fill in who recommends, never who is recommended', () => {
    const html = recommendSection(card, form).toString();
    for (const [name, filled] of [
      ['ambassador.name', 'name'],
      ['ambassador.phone', 'tel'],
      ['ambassador.email', 'email'],
      ['prospect.name', 'off'],
      ['prospect.phone', 'off'],
      ['prospect.email', 'off'],
      ['objet', 'off'],
    ] as const)
      expect([name, field(html, name)]).toEqual([
        name,
        expect.stringContaining(`autocomplete="${filled}"`) as string,
      ]);
  });

  test('asks nobody who they are who came by their own link', () => {
    const html = recommendSection(card, {
      ...form,
      ambassador: { name: 'Marc Petit', token: 'tok' },
    }).toString();
    expect(html).toContain('Marc Petit');
    expect(field(html, 'via')).toContain('value="tok"');
    expect(field(html, 'ambassador.name')).toBe('');
    expect(html).toContain('href="/c/patrice#recommander"');
  });

  test('comes back with what was typed and what is wrong with it, in words', () => {
    const html = renderRecommendForm(card, {
      ...form,
      typed: {
        'ambassador.name': 'Marc',
        'prospect.name': 'Sophie',
        'prospect.phone': '0612',
        message: 'Bonjour',
      },
      errors: [
        { path: 'declaration', message: 'must be true' },
        { path: 'prospect.phone', message: 'is no number' },
        { path: 'ambassador.phone', message: 'or `email` must be given' },
        { path: 'something.else', message: 'is odd' },
      ],
    });
    expect(field(html, 'prospect.phone')).toMatch(/aria-invalid="true".*value="0612"/);
    expect(field(html, 'prospect.name')).toMatch(/value="Sophie"/);
    expect(field(html, 'prospect.name')).not.toContain('aria-invalid');
    expect(html).toContain('\nBonjour</textarea>');
    const alert = /role="alert">([\s\S]*?)<\/div>/.exec(html)?.[1] ?? '';
    expect(
      [...alert.matchAll(/<li>(?:<a href="#([^"]+)">)?([^<]+)/g)].map(([, to, text]) => [to, text]),
    ).toEqual([
      ['r-ambassador-phone', 'Indiquez votre téléphone ou votre e-mail.'],
      ['r-prospect-phone', 'Ce numéro n’existe pas. Vérifiez-le, avec l’indicatif s’il est étranger (+32…).'],
      ['r-declaration', 'Confirmez que cette personne est d’accord.'],
      [undefined, 'Quelque chose n’a pas pu être lu. Vérifiez ce que vous avez saisi.'],
    ]);
    for (const [, to] of alert.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${to}"`);
    // What was typed in the folded part is seen.
    expect(html).toContain('<details open>');
  });
});

describe('after sending', () => {
  const html = renderThanksPage(card, {
    locale: 'fr',
    receipt,
    ambassador: 'Marc Petit',
    prospect: { name: 'Sophie Dubois', phone: '06 12 34 56 78', email: 'sophie@example.fr' },
  });

  test('the message is ready to be sent from the ambassador’s own device', () => {
    expect(html).toContain('Merci Marc');
    expect(html).toContain(
      'Bonjour Sophie, j’ai transmis vos coordonnées à Patrice Durand (Atelier Lumière).',
    );
    expect(html).toContain(receipt.consentUrl);
    expect(html).toContain('href="sms:0612345678?&amp;body=Bonjour%20Sophie');
    expect(html).toContain('href="mailto:sophie@example.fr?subject=');
  });

  test('no web address carries a number or an e-mail address', () => {
    const addresses = [...html.matchAll(/(?:href|src|action)="((?:https?:|\/)[^"]*)"/g)].map(([, to]) => to);
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses)
      expect(decodeURIComponent(address as string)).not.toMatch(/0612|06 12|sophie@/);
  });
});

describe('the prospect’s page', () => {
  test('says who, what, why, how long and the rights, and asks', () => {
    const html = consent('asked');
    for (const words of [
      'Marc Petit vous recommande à Patrice Durand (Atelier Lumière)',
      '30\u00a0jours',
      'trois ans',
      'L.223-1',
      'CNIL',
      'patrice@atelier.example',
      'sous-traitant',
    ])
      expect(html).toContain(words);
    expect(html).toMatch(/name="choice" value="yes">Oui, rappelez-moi</);
    expect(html).toMatch(/name="choice" value="no">Non merci</);
    expect(html).toContain('content="noindex"');
    expect(html).not.toMatch(/<script|t\.js/);
  });

  test.each([
    ['asked', ['yes', 'no']],
    ['yes', ['no']],
    ['no', ['yes']],
    ['erased', []],
    ['objected', []],
  ] as const)('%s: what can be answered now is %j', (state, choices) => {
    const html = consent(state);
    expect([...html.matchAll(/ value="(yes|no|erase|object)"/g)].map(([, choice]) => choice)).toEqual(
      choices,
    );
    // The two that cannot be undone are asked again first.
    expect(html.includes('?confirm=erase')).toBe(choices.length > 0);
  });

  test.each(['erase', 'object'] as const)('%s asks again, and lets one go back', (confirm) => {
    const html = consent('yes', { confirm });
    expect(html).toContain(`name="choice" value="${confirm}"`);
    expect(html).toContain('href="/r/abcdefghijklmnopqrstuv"');
    expect(html).not.toContain('value="no"');
  });

  test('after erasure, an old confirmation address asks nothing', () => {
    expect(consent('erased', { confirm: 'erase' })).not.toContain('<button');
  });
});

// A version that has landed stays as it is: whoever changes a word makes a new one.
test('the words of every version are those that prospects have read', () => {
  const people = { ambassador: 'Marc Petit', holder: 'Patrice Durand', days: 30 };
  const read = (['fr', 'en'] as const).map((locale) => {
    const wording = consentWording('2026-11', locale, people)!;
    return [wording, wording.about('patrice@atelier.example')];
  });
  expect(CONSENT_VERSION).toBe('2026-11');
  expect(read).toMatchSnapshot();
  expect(consentWording('2020-01', 'fr', people)).toBeNull();
  expect(consentWording('toString', 'fr', people)).toBeNull();
});

describe('the ambassador’s page', () => {
  test('names the prospect by first name and initial, and the day where the owner is', () => {
    const html = renderAmbassadorPage(card, own);
    expect(html).toContain('Sophie D.');
    expect(html).not.toContain('Dubois');
    expect(html).toContain('26 novembre 2026');
    const named = (prospect: string) =>
      renderAmbassadorPage(card, { ...own, recommendations: [{ ...own.recommendations[0]!, prospect }] });
    expect(named('Mme Dubois')).toContain('<b>Mme D.</b>');
    expect(named('Charles de Gaulle')).toContain('<b>Charles G.</b>');
    expect(named('Sophie')).toContain('<b>Sophie</b>');
    expect(html).toContain('wa.me');
  });

  test('does not tell an appointment from a contact, nor why it ended', () => {
    const words = STATUSES.map((status) => {
      const html = renderAmbassadorPage(card, {
        ...own,
        recommendations: [{ ...own.recommendations[0]!, status, consentUrl: null }],
      });
      return /class="state">([^<]+)/.exec(html)?.[1];
    });
    expect(words).toEqual(['Reçue', 'Prise en charge', 'Prise en charge', 'A abouti', 'Terminée']);
  });

  test('has states for nobody yet, an erased prospect and an erased ambassador', () => {
    expect(renderAmbassadorPage(card, { ...own, recommendations: [] })).toContain(
      'encore recommandé personne',
    );
    const gone = { ...own.recommendations[0]!, prospect: null, consentUrl: null };
    expect(renderAmbassadorPage(card, { ...own, recommendations: [gone] })).toContain(
      '<b>Personne recommandée</b>',
    );
    const erased = renderAmbassadorPage(card, { ...own, erased: true, ambassador: null });
    expect(erased).toContain('Vos données sont effacées');
    expect(erased).not.toMatch(/Sophie|<button|<form/);
    expect(renderAmbassadorPage(card, { ...own, confirm: 'erase' })).toContain('name="choice" value="erase"');
  });

  test('has the personal link and its QR code where there is one', () => {
    const url = 'https://card.example/c/patrice?a=tok#recommander';
    const html = renderAmbassadorPage(card, { ...own, personal: { url, qrSvg: '<svg xmlns="x"/>' } });
    expect(html).toContain(`href="${url}"`);
    expect(html).toContain('src="data:image/svg+xml,%3Csvg');
  });
});

describe('hostile names', () => {
  const tag = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
  const turned = '\u202eeihpoS\u202c \u2066Dubois';
  const long = 'W'.repeat(10_240);

  const everyPage = (name: string) => ({
    form: renderRecommendForm(card, {
      ...form,
      ambassador: { name, token: name },
      typed: { 'prospect.name': name, 'prospect.phone': name, message: name },
      errors: [{ path: name, message: name }],
    }),
    thanks: renderThanksPage(card, {
      locale: 'fr',
      receipt,
      ambassador: name,
      prospect: { name, phone: name },
    }),
    consent: renderConsentPage(card, { locale: 'en', path: '/r/x', state: 'asked', ambassador: name }),
    ambassador: renderAmbassadorPage(card, {
      ...own,
      ambassador: name,
      recommendations: [{ ...own.recommendations[0]!, prospect: name }],
    }),
  });

  test('are shown, never run', () => {
    for (const html of Object.values(everyPage(tag))) {
      expect(html).not.toMatch(/<script>|<img src=x|alert\('/);
      expect(html).toContain('&lt;script&gt;');
    }
  });

  test('turn nothing round that stands beside them', () => {
    const { form: typed, ...pages } = everyPage(turned);
    for (const html of Object.values(pages))
      expect(decodeURIComponent(html)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    // What was typed comes back as it was, inside its field.
    expect(typed.replaceAll(/ value="[^"]*"|<textarea[\s\S]*?<\/textarea>/g, '')).not.toMatch(
      /[\u202a-\u202e]/,
    );
  });

  test('of 10 KB are shown whole', () => {
    for (const html of Object.values(everyPage(long))) expect(html).toContain(long.slice(0, 100));
  });
});

test('the page for an unknown link says so in both languages', () => {
  expect(renderUnknownLinkPage({ locale: 'fr' })).toContain('Lien inconnu');
  expect(renderUnknownLinkPage({ locale: 'en' })).toContain('Unknown link');
});

test('what the form takes to load is small, and is loaded by those who open it', () => {
  expect(gzipSync(recommendForm.body).length).toBeLessThanOrEqual(40_000);
  const html = recommendScripts().toString();
  expect(html).toContain(`data-form="${recommendForm.url}"`);
  expect(html).not.toContain(`src="${recommendForm.url}"`);
  // The form itself, for everybody who looks at the card.
  const { body } = recommendLoader;
  const section = recommendSection(card, form).toString();
  const size = [section, body, recommendStylesheet.body].reduce(
    (sum, text) => sum + gzipSync(text).length,
    0,
  );
  expect(size).toBeLessThanOrEqual(5_000);
});

test('nothing inline runs on any of them', () => {
  for (const html of [
    renderRecommendForm(card, form),
    renderThanksPage(card, { locale: 'en', receipt, ambassador: null, prospect: { name: 'Sophie' } }),
    consent('asked', { locale: 'en' }),
    renderAmbassadorPage(card, { ...own, locale: 'en' }),
    renderUnknownLinkPage({ locale: 'fr' }),
  ]) {
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+="|javascript:/);
    for (const script of html.match(/<script\b[^>]*>[^<]*/g) ?? [])
      expect(script).toMatch(/ src="\/[^"]+"[^>]*>$/);
  }
});
