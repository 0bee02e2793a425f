import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { CardProfile } from '@num-ecard/contracts/cards';
import { describe, expect, test } from 'vitest';
import { renderCardPage } from './card-page.js';
import { cardScript } from './card-script.js';
import { cardStylesheet } from './card-stylesheet.js';
import type { CardView } from './card-view.js';
import { markup } from './markup.js';
import { renderNotFoundPage } from './not-found-page.js';
import { renderPrivacyPage } from './privacy-page.js';
import { renderQrPage } from './qr-page.js';
import { contentSecurityPolicy } from './theme.js';

function card(profile: Partial<CardProfile>, rest: Partial<CardView> = {}): CardView {
  return {
    slug: 'patrice',
    title: 'Carte salon',
    profile: CardProfile.parse({ name: 'Patrice Durand', ...profile }),
    photo: null,
    plan: 'premium',
    publicUrl: 'https://card.example',
    demo: false,
    ...rest,
  };
}

const rich = card(
  {
    role: 'Directeur commercial',
    company: 'Atelier Lumière',
    tagline: 'Éclairage sur mesure',
    phones: [
      { kind: 'work', number: '+33478123456' },
      { kind: 'mobile', number: '+33612345678' },
      { kind: 'fax', number: '+33478123457' },
    ],
    whatsapp: '+33612345678',
    email: 'patrice@atelier.example',
    website: 'https://atelier.example/',
    calendar: 'https://cal.example/patrice',
    address: { street: '12 rue de la République', postalCode: '69002', city: 'Lyon', country: 'FR' },
    socials: {
      linkedin: 'https://www.linkedin.com/in/patrice',
      instagram: 'https://instagram.com/patrice',
      facebook: 'https://facebook.com/patrice',
      x: 'https://x.com/patrice',
      youtube: 'https://youtube.com/@patrice',
      tiktok: 'https://tiktok.com/@patrice',
    },
  },
  { photo: { url: '/c/patrice/photo', width: 400, height: 400 } },
);

const french = { locale: 'fr', measured: true } as const;
const page = (view: CardView) => renderCardPage(view, french);
const interactive = (html: string) =>
  html.match(/<(?:a|button|summary|input|select|textarea)\b[^>]*>/g) ?? [];
const targets = (html: string) => [...html.matchAll(/data-track="([^"]*)"/g)].map(([, target]) => target);

describe('the card page', () => {
  test('has every part of a rich profile, each behind its target', () => {
    const html = page(rich);
    for (const href of [
      'tel:+33478123456',
      'sms:+33612345678',
      'https://wa.me/33612345678',
      'mailto:patrice@atelier.example',
      'https://atelier.example/',
      'https://cal.example/patrice',
      '/c/patrice/card.vcf',
      '/c/patrice/qr',
      '/c/patrice/privacy',
    ]) {
      expect(html).toContain(`href="${href}"`);
    }
    expect(html).toContain('04 78 12 34 56');
    expect(html).not.toContain('tel:+33478123457');
    expect(new Set(targets(html))).toEqual(
      new Set(
        'phone sms email whatsapp linkedin instagram facebook x youtube tiktok website address vcard share calendar qr privacy'.split(
          ' ',
        ),
      ),
    );
  });

  test('leaves out what the profile does not have', () => {
    const html = page(card({}));
    expect(new Set(targets(html))).toEqual(new Set(['vcard', 'share', 'qr', 'privacy']));
    expect(html).not.toMatch(/<ul|<h2|class="(?:role|company|tagline|demo|quicks|socials)|undefined|null/);
    expect(html).toContain('>PD</div>');
  });

  test('offers no text message to a number that cannot take one', () => {
    const html = page(card({ phones: [{ kind: 'mobile', number: '+33478123456' }] }));
    expect(html).toContain('tel:+33478123456');
    expect(html).not.toContain('sms:');
  });

  test('says when this visitor is not measured, and then carries no tracker', () => {
    expect(page(rich)).toContain('<script defer src="/t.js" data-card="patrice"></script>');
    const html = renderCardPage(rich, { locale: 'fr', measured: false });
    expect(html).not.toContain('/t.js');
    expect(html).toContain('Vos visites ne sont pas mesurées');
  });

  test('has what other modules add, each at its place; a preview runs no script of theirs', () => {
    const part = {
      action: markup`<i>action</i>`,
      section: markup`<i>section</i>`,
      styles: markup`<i>styles</i>`,
      scripts: markup`<i>scripts</i>`,
    };
    const options = { ...french, parts: [part] };
    expect(renderCardPage(rich, options).match(/<i>\w+/g)).toEqual(
      ['styles', 'scripts', 'action', 'section'].map((name) => `<i>${name}`),
    );
    expect(renderCardPage(rich, { ...options, preview: true })).not.toContain('<i>scripts');
    const privacy = {
      locale: 'fr',
      optedOut: false,
      parts: [{ information: markup`<i>information</i>` }],
    } as const;
    expect(renderPrivacyPage(rich, privacy)).toContain('<i>information');
  });

  test('gives link previews whole addresses', () => {
    const html = page(rich);
    expect(html).toContain('<meta property="og:image" content="https://card.example/c/patrice/photo">');
    expect(html).toContain('<link rel="canonical" href="https://card.example/c/patrice">');
    expect(html).toContain(
      '<meta property="og:title" content="Patrice Durand – Directeur commercial · Atelier Lumière">',
    );
  });
});

describe('hostile text', () => {
  const hostile = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;

  test('is shown, never run', () => {
    const view = card({ name: hostile, role: hostile, company: hostile, tagline: hostile });
    view.profile.address = { street: hostile, city: hostile };
    for (const html of [
      page(view),
      renderQrPage(view, french),
      renderPrivacyPage(view, { locale: 'fr', optedOut: false }),
    ]) {
      expect(html).not.toMatch(/<script>|<img src=x|alert\('/);
      expect(html).toContain('&quot;&gt;&lt;script&gt;');
    }
  });

  test('in an address leads nowhere, even past the schema', () => {
    const view = card({});
    view.profile.website = 'javascript:alert(1)';
    view.profile.calendar = ' java\nscript:alert(1)';
    view.profile.socials = { linkedin: 'data:text/html,<script>alert(1)</script>', x: '//evil.example' };
    expect(new Set(targets(page(view)))).toEqual(new Set(['vcard', 'share', 'qr', 'privacy']));
  });
});

describe('every public page', () => {
  const pages = {
    card: page(rich),
    'card in English': renderCardPage(rich, { locale: 'en', measured: false }),
    qr: renderQrPage(rich, french),
    privacy: renderPrivacyPage(rich, { locale: 'fr', optedOut: false }),
    'privacy, opted out': renderPrivacyPage(rich, { locale: 'en', optedOut: true, done: 'out' }),
    'not found': renderNotFoundPage({ locale: 'fr' }),
  };

  test.each(Object.entries(pages))('%s: tracks all that can be pressed, runs nothing inline', (_, html) => {
    for (const element of interactive(html)) expect(element).toMatch(/ data-track="[a-z]+"/);
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+="|javascript:/);
    for (const script of html.match(/<script\b[^>]*>[^<]*/g) ?? [])
      expect(script).toMatch(/ src="\/[^"]+"[^>]*>$/);
  });

  test('is allowed its colours by its policy, for whatever stands in the colour', () => {
    for (const color of ['#ffd400', '#0B5FFF', 'red;}</style><script>']) {
      const view = card({});
      view.profile.color = color;
      const styles = [...page(view).matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style]) => style);
      const hash = createHash('sha256').update(styles.join('')).digest('base64');
      expect(styles).toHaveLength(1);
      expect(contentSecurityPolicy(color)).toContain(`style-src 'self' 'sha256-${hash}';`);
      expect(page(view)).not.toContain('<script>');
    }
  });
});

test('the whole page, photo aside, is at most 14 KB compressed, whatever the profile', () => {
  // Letters in no order, because they do not compress: the largest profile that the schema lets in.
  let seed = 7;
  const letter = () => String.fromCharCode(97 + ((seed = (seed * 16807) % 2147483647) % 26));
  const text = (length: number) => Array.from({ length }, letter).join('');
  const address = () => `https://${text(20)}.example/${text(460)}`;
  const digits = () =>
    `+336${String((seed = (seed * 16807) % 2147483647))
      .padStart(8, '1')
      .slice(0, 8)}`;
  const largest = card({
    name: text(120),
    role: text(120),
    company: text(120),
    tagline: text(280),
    phones: Array.from({ length: 6 }, () => ({ kind: 'mobile' as const, number: digits() })),
    whatsapp: digits(),
    email: `${text(60)}@${text(60)}.example`,
    website: address(),
    calendar: address(),
    address: { street: text(200), postalCode: text(16), city: text(100), country: 'BE' },
    socials: {
      linkedin: address(),
      instagram: address(),
      facebook: address(),
      x: address(),
      youtube: address(),
      tiktok: address(),
    },
  });
  const size = (view: CardView) =>
    [page(view), cardStylesheet.body, cardScript.body]
      .map((body) => gzipSync(body).length)
      // The tracker's own budget.
      .reduce((sum, bytes) => sum + bytes, 1024);
  expect(size(rich)).toBeLessThanOrEqual(10_000);
  expect(size(largest)).toBeLessThanOrEqual(14_000);
});

test('the information page says what the law asks and lets the visitor choose without a script', () => {
  const html = renderPrivacyPage(rich, { locale: 'fr', optedOut: false });
  expect(html).toContain('<form class="choose" method="post" action="/c/patrice/privacy">');
  expect(html).toContain('name="choice" value="out"');
  for (const words of [
    'Patrice Durand (Atelier Lumière)',
    'sous-traitant',
    '25\u00a0mois',
    'CNIL',
    'https://www.maxmind.com',
  ]) {
    expect(html).toContain(words);
  }
  const objected = renderPrivacyPage(rich, { locale: 'fr', optedOut: true, done: 'out' });
  expect(objected).toContain('name="choice" value="in"');
  expect(objected).toContain('vos visites ne sont plus mesurées');
  expect(renderPrivacyPage(rich, { locale: 'fr', optedOut: false, signal: true })).not.toContain('<button');
});
