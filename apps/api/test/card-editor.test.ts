import { CardDetail } from '@num-ecard/contracts/card-editing';
import { MAX_PHOTO_BYTES } from '@num-ecard/contracts/cards';
import { PLANS } from '@num-ecard/contracts/plans';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './support/app.js';
import { Client } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';

// One pixel.
const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const jpegOf = (length: number): string => {
  const bytes = Buffer.alloc(length);
  bytes.set([0xff, 0xd8, 0xff]);
  return `data:image/jpeg;base64,${bytes.toString('base64')}`;
};
const HOSTILE = `</style><script>alert(1)</script>"'&<img src=x onerror=alert(1)>`;

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

interface Editing {
  owner: GivenAccount;
  client: Client;
  slug: string;
  path: string;
  visit: () => Promise<string>;
}

async function editing(wanted: Parameters<typeof givenAccount>[1] = {}): Promise<Editing> {
  const owner = await givenAccount(running, wanted);
  const slug = owner.slugs[0] as string;
  const visit = async () => (await new Client(running.url).get(`/c/${slug}`)).body as string;
  return { owner, client: await owner.signIn(), slug, path: `/api/cards/${slug}`, visit };
}

describe('a card', () => {
  test.each(PLANS)('is told to its owner in full, with the model %s', async (plan) => {
    const { client, slug, path } = await editing({
      plan,
      profile: { name: 'Zoé', phones: [{ kind: 'mobile', number: '+33612345678' }] },
    });
    const { status, body } = await client.get(path);
    expect(status).toBe(200);
    expect(CardDetail.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      slug,
      url: `${running.url}/c/${slug}`,
      profile: { name: 'Zoé', phones: [{ kind: 'mobile', number: '+33612345678' }] },
      photo: null,
      shownNumbers: { phones: ['06 12 34 56 78'], whatsapp: null },
    });
    expect((await client.get(`/api/cards/${body.id}`)).body).toEqual(body);
  });

  test.each([
    ['GET', '', undefined],
    ['PATCH', '', { title: 'À moi' }],
    ['PUT', '/photo', { photo: PNG }],
    ['DELETE', '/photo', undefined],
    ['POST', '/preview', { profile: { name: 'Zoé' } }],
  ] as const)(
    "of another account is not there for %s %s, and nobody's without signing in",
    async (...request) => {
      const [method, below, body] = request;
      const { client: stranger } = await editing();
      const { client, path } = await editing();
      const before = (await client.get(path)).body;
      expect((await stranger.request(method, path + below, body)).status).toBe(404);
      expect((await new Client(running.url).request(method, path + below, body)).status).toBe(401);
      expect((await client.get(path)).body).toEqual(before);
    },
  );
});

describe('a change', () => {
  // Refusals change nothing, so one account is enough for all of them: signing in is slow on purpose.
  let refusing: Editing;
  beforeAll(async () => {
    refusing = await editing();
  });

  test('is on the public page at the next request, and numbers are kept in E.164', async () => {
    const { client, path, visit, slug } = await editing();
    const { status, body } = await client.request('PATCH', path, {
      title: 'Salon',
      profile: {
        name: 'Zoé Lefèvre',
        phones: [
          { kind: 'mobile', number: '06.12.34.56.78' },
          { kind: 'work', number: '+32 470 12 34 56' },
        ],
        whatsapp: '0692 12 34 56',
        color: '#8c2f5b',
      },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: 'Salon',
      profile: {
        phones: [{ number: '+33612345678' }, { number: '+32470123456' }],
        whatsapp: '+262692123456',
      },
      shownNumbers: { phones: ['06 12 34 56 78', '+32 470 12 34 56'], whatsapp: '+262 692 12 34 56' },
    });
    const page = await visit();
    for (const shown of ['Zoé Lefèvre', 'tel:+33612345678', 'wa.me/262692123456', '--accent:#8c2f5b']) {
      expect(page).toContain(shown);
    }
    expect((await client.get('/api/me')).body.cards[0]).toMatchObject({ slug, title: 'Salon' });
    expect((await client.get(path)).body).toEqual(body);
  });

  test('of the title alone leaves the profile, and the other way round', async () => {
    const { client, path } = await editing({ profile: { name: 'Zoé', role: 'Fleuriste' } });
    await client.request('PATCH', path, { title: 'Salon' });
    await client.request('PATCH', path, { profile: { name: 'Zoé' } });
    const { title, profile } = (await client.get(path)).body;
    expect([title, profile.name, profile.role]).toEqual(['Salon', 'Zoé', undefined]);
  });

  test.each([
    ['nothing at all', {}, ''],
    ['a revision alone', { revision: '2026-01-01T00:00:00.000Z' }, ''],
    ['an empty title', { title: ' ' }, 'title'],
    ['no name', { profile: {} }, 'profile.name'],
    ['an endless name', { profile: { name: 'x'.repeat(121) } }, 'profile.name'],
    ['a control character', { profile: { name: 'Zo\u0000é' } }, 'profile.name'],
    ['a colour in words', { profile: { name: 'Zoé', color: 'red' } }, 'profile.color'],
    ['style in the colour', { profile: { name: 'Zoé', color: '#123456;}' } }, 'profile.color'],
    ['half an address', { profile: { name: 'Zoé', email: 'zoe@' } }, 'profile.email'],
    ['a script for a site', { profile: { name: 'Zoé', website: 'javascript:alert(1)' } }, 'profile.website'],
    [
      'a network address that is none',
      { profile: { name: 'Zoé', socials: { x: 'zoe' } } },
      'profile.socials.x',
    ],
    [
      'a country in words',
      { profile: { name: 'Zoé', address: { country: 'France' } } },
      'profile.address.country',
    ],
    ['a short number', phones('06 12 34 56 78', '06 12'), 'profile.phones.1.number'],
    ['words for a number', phones('rappelez-moi'), 'profile.phones.0.number'],
    ['no number', phones(''), 'profile.phones.0.number'],
    ['an impossible WhatsApp', { profile: { name: 'Zoé', whatsapp: '12' } }, 'profile.whatsapp'],
    ['seven numbers', phones(...Array.from({ length: 7 }, () => '0612345678')), 'profile.phones'],
    ['a picture that is no data', { photo: 'https://example.test/a.png' }, 'photo'],
    ['bytes that are no picture', { photo: `data:image/png;base64,${btoa('<svg onload=1>')}` }, 'photo'],
    ['too large a picture', { photo: jpegOf(MAX_PHOTO_BYTES + 3) }, 'photo'],
  ])('with %s is refused, names the field, and changes nothing', async (_, change, path) => {
    const { client, path: card } = refusing;
    const before = (await client.get(card)).body;
    const { status, body } = await client.request('PATCH', card, { ...change });
    expect([status, body.code]).toEqual([400, 'validation_failed']);
    expect(body.errors.map((error: { path: string }) => error.path)).toContain(path);
    expect((await client.get(card)).body).toEqual(before);
  });

  test('from a revision that is no longer the latest is refused, and the first one stays', async () => {
    const { client, path } = await editing();
    const { revision } = (await client.get(path)).body;
    const first = await client.request('PATCH', path, { title: 'Le premier', revision });
    const second = await client.request('PATCH', path, { title: 'Le second', revision });
    expect([first.status, second.status, second.body.code]).toEqual([200, 409, 'conflict']);
    expect((await client.get(path)).body).toMatchObject({
      title: 'Le premier',
      revision: first.body.revision,
    });
    const again = await client.request('PATCH', path, {
      title: 'Le second',
      revision: first.body.revision,
    });
    expect([again.status, again.body.title]).toEqual([200, 'Le second']);
  });

  test('of many at once from the same revision succeeds once', async () => {
    const { client, path } = await editing();
    const { revision } = (await client.get(path)).body;
    const answers = await Promise.all(
      Array.from({ length: 8 }, (__, index) =>
        client.request('PATCH', path, { title: `Titre ${index}`, revision }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: 7 }, () => 409),
    ]);
  });
});

describe('the photo', () => {
  test('is put, shown under an address of its own, replaced and taken away', async () => {
    const { client, path, visit } = await editing();
    const put = await client.request('PUT', `${path}/photo`, { photo: PNG });
    expect(put.status).toBe(200);
    expect(await visit()).toContain(put.body.photo);
    const served = await client.get(put.body.photo);
    expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/png']);

    const replaced = await client.request('PATCH', path, { photo: jpegOf(MAX_PHOTO_BYTES) });
    expect(replaced.status).toBe(200);
    expect(replaced.body.photo).not.toBe(put.body.photo);
    expect(replaced.body.revision).not.toBe(put.body.revision);

    const { status, body } = await client.request('DELETE', `${path}/photo`);
    expect([status, body.photo]).toEqual([200, null]);
    expect((await client.get(put.body.photo)).status).toBe(404);
    expect(await visit()).not.toContain('/photo?');
  });
});

describe('the preview', () => {
  test('is the public page as it will be, without tracker and script', async () => {
    const { client, path, visit } = await editing({ locale: 'fr' });
    const profile = { name: 'Zoé Lefèvre', role: 'Fleuriste', color: '#8c2f5b' };
    const { status, headers, body: preview } = await client.post(`${path}/preview`, { profile });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(preview).not.toContain('<script');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy.split('; ')).toEqual(expect.arrayContaining(['sandbox', "frame-ancestors 'self'"]));

    expect(await visit()).not.toContain('Fleuriste');
    await client.request('PATCH', path, { profile });
    const body = (page: string) => page.slice(page.indexOf('<body>'));
    const style = (page: string) => /<style>.*<\/style>/.exec(page)?.[0];
    const page = (
      await new Client(running.url).get(path.replace('/api/cards', '/c'), { 'accept-language': 'fr' })
    ).body as string;
    expect([body(preview as string), style(preview as string)]).toEqual([body(page), style(page)]);
  });

  test("speaks the account's language, or the one that is asked for", async () => {
    const { client, path } = await editing({ locale: 'en' });
    const language = async (more: object) =>
      /<html lang="(..)"/.exec(
        (await client.post(`${path}/preview`, { profile: { name: 'Z' }, ...more })).body,
      )?.[1];
    expect([await language({}), await language({ locale: 'fr' })]).toEqual(['en', 'fr']);
  });

  test("shows the new photo, the card's own, or none", async () => {
    const { client, path } = await editing();
    const saved = (await client.request('PUT', `${path}/photo`, { photo: PNG })).body.photo as string;
    const preview = async (more: object) =>
      (await client.post(`${path}/preview`, { profile: { name: 'Zoé' }, ...more })).body as string;
    expect(await preview({})).toContain(`src="${saved}"`);
    expect(await preview({ photo: jpegOf(3) })).toContain(`src="${jpegOf(3)}"`);
    expect(await preview({ photo: null })).not.toContain('<img');
  });

  test('leaves out numbers that are not whole yet, and keeps nothing', async () => {
    const { client, path } = await editing();
    const before = (await client.get(path)).body;
    const { status, body } = await client.post(`${path}/preview`, phones('06 12', '06 12 34 56 78'));
    expect(status).toBe(200);
    expect((body as string).match(/tel:[^"]+/g)).toContain('tel:+33612345678');
    expect(body).not.toContain('06 12<');
    expect((await client.get(path)).body).toEqual(before);
  });

  test('and the page are inert whatever the profile says', async () => {
    const { client, path, visit } = await editing();
    const profile = {
      name: HOSTILE.slice(0, 120),
      role: HOSTILE,
      company: HOSTILE,
      tagline: HOSTILE,
      address: { street: HOSTILE, city: HOSTILE },
      website: 'https://example.test/"><script>alert(1)</script>',
    };
    const preview = (await client.post(`${path}/preview`, { profile })).body as string;
    expect((await client.request('PATCH', path, { profile })).status).toBe(200);
    for (const page of [preview, await visit()]) {
      expect(page).toContain('&lt;script&gt;');
      expect(page).not.toMatch(/<script>|<img/);
    }
  });

  test.each([
    ['no profile', {}, 'profile'],
    ['a colour that is none', { profile: { name: 'Zoé', color: '#12345' } }, 'profile.color'],
    [
      'bytes that are no picture',
      { profile: { name: 'Zoé' }, photo: `data:image/png;base64,${btoa('GIF89a')}` },
      'photo',
    ],
  ])('is refused for %s', async (_, draft, path) => {
    const { client, path: card } = await editing();
    const { status, body } = await client.post(`${card}/preview`, draft);
    expect([status, body.errors[0].path]).toEqual([400, path]);
  });
});

function phones(...numbers: readonly string[]) {
  return { profile: { name: 'Zoé', phones: numbers.map((number) => ({ kind: 'mobile', number })) } };
}
