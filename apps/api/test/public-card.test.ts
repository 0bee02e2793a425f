import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { brotliDecompressSync } from 'node:zlib';
import { ADMIN_TOKEN, type RunningApp, startApp } from './support/app.js';
import { Client } from './support/client.js';
import { givenAccount, givenCard } from './support/given.js';
import { ReferralLinks } from '../src/referral/referral-links.js';
import { Ambassador } from '../src/referral/store/ambassador.entity.js';

let running: RunningApp;
let visitor: Client;

// One pixel.
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

beforeAll(async () => {
  running = await startApp();
  visitor = new Client(running.url);
  const { status } = await new Client(running.url, { authorization: `Bearer ${ADMIN_TOKEN}` }).post(
    '/api/admin/accounts',
    {
      name: 'Zoé',
      email: 'zoe@example.test',
      plan: 'force-de-vente',
      cards: [
        {
          slug: 'zoe',
          title: 'Terrain',
          photo: `data:image/png;base64,${PNG}`,
          profile: {
            name: 'Zoé Lefèvre',
            company: 'Ateliers <Lefèvre> & "Fils"',
            phones: [{ kind: 'mobile', number: '+33639980199' }],
            email: 'zoe@lefevre.example',
            socials: { linkedin: 'https://www.linkedin.com/in/zoe-exemple' },
          },
        },
      ],
    },
  );
  expect(status).toBe(201);
});

describe('the card page', () => {
  test('French first, English by Accept-Language; inert whatever the profile says', async () => {
    const french = await visitor.get('/c/zoe', { 'accept-language': 'de;q=0.9, fr;q=0.8' });
    const english = await visitor.get('/c/zoe', { 'accept-language': 'en-GB,en;q=0.9,fr;q=0.1' });
    expect(french.body).toContain('<html lang="fr"');
    expect(english.body).toContain('<html lang="en"');
    expect(french.body).toContain('Ateliers &lt;Lefèvre&gt; &amp; ');
    expect(french.body).not.toContain('<Lefèvre>');
  });

  test('carries the tracker and a policy that lets no inline script run', async () => {
    const { headers, body } = await visitor.get('/c/zoe');
    expect(body).toContain('<script defer src="/t.js" data-card="zoe"></script>');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([{ dnt: '1' }, { 'sec-gpc': '1' }])(
    'a browser that asks not to be measured (%o) gets no tracker',
    async (headers) => {
      const { body } = await visitor.get('/c/zoe', headers);
      expect(body).not.toContain('t.js');
    },
  );

  test.each(['/c/zoe/', '/c/ZOE', '/c/Zoe?s=qr'])('%s, as people type it, is the card too', async (path) => {
    const { status, body } = await visitor.get(path);
    expect(status).toBe(200);
    expect(body).toContain('data-card="zoe"');
  });

  test('with everything it loads, is at most 14 KB as it crosses the network, photo aside', async () => {
    const page = await visitor.get('/c/zoe');
    const files = [
      ...(page.body as string).matchAll(/(?:src|href)="(\/(?:t\.js|card\.[^"]+?|recommend\.[^"]+?))"/g),
    ].map(([, path]) => path as string);
    expect(files.length).toBeGreaterThanOrEqual(3);
    let total = 0;
    for (const path of ['/c/zoe', ...files]) {
      // fetch would decompress: what counts is what was sent.
      const sent = await rawBody(`${running.url}${path}`);
      expect(sent.encoding === 'br' || sent.bytes.length <= 1024, path).toBe(true);
      if (sent.encoding === 'br')
        expect(brotliDecompressSync(sent.bytes).length).toBeGreaterThan(sent.bytes.length);
      total += sent.bytes.length;
    }
    expect(total).toBeLessThanOrEqual(14 * 1024);
  });

  test.each([
    '/c/nobody',
    '/c/nobody/qr',
    '/c/nobody/card.vcf',
    '/c/%00',
    '/c/x%27--/privacy',
    '/c/nobody/photo',
  ])('%s is a friendly 404', async (path) => {
    const { status, headers, body } = await visitor.get(path);
    expect(status).toBe(404);
    expect(headers.get('content-type')).toContain('text/html');
    expect(body).toContain('<html lang="fr"');
  });
});

async function rawBody(url: string): Promise<{ encoding: string | undefined; bytes: Buffer }> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ encoding: response.headers['content-encoding'], bytes: Buffer.concat(chunks) }),
      );
    }).on('error', reject);
  });
}

describe('the referral form', () => {
  test('is on the page of a Force de Vente card, and its information on the information page', async () => {
    const { body } = await visitor.get('/c/zoe');
    expect(body).toContain('href="#recommander" data-track="referral"');
    expect(body).toContain('action="/api/cards/zoe/recommendations"');
    expect((await visitor.get('/c/zoe/privacy')).body).toContain('id="recommandations"');
    const again = await visitor.get('/c/zoe');
    const keyOf = (html: string) => /name="idempotencyKey" value="([^"]+)"/.exec(html)?.[1];
    expect(keyOf(again.body)).not.toBe(keyOf(body));
  });

  test.each(['essentiel', 'premium', 'multi-cartes'] as const)(
    'nothing of it is on a card of %s',
    async (plan) => {
      const slug = await givenCard(running, { plan });
      for (const path of [`/c/${slug}`, `/c/${slug}/privacy`])
        expect((await visitor.get(path)).body).not.toMatch(/recomm/i);
    },
  );

  test('is in the editor’s preview, and runs nothing there', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente' });
    const client = await owner.signIn();
    const profile = { name: 'Zoé Lefèvre' };
    const { status, body } = await client.post(`/api/cards/${owner.slugs[0]}/preview`, { profile });
    expect(status).toBe(200);
    expect(body).toContain('Recommander un ami');
    expect(body).not.toContain('<script');
  });

  test('asks nobody who they are who came by their personal link', async () => {
    const owner = await givenAccount(running, { plan: 'force-de-vente' });
    const other = await givenAccount(running, { plan: 'force-de-vente' });
    const id = randomUUID();
    await running.dataSource.getRepository(Ambassador).insert({
      accountId: owner.id,
      id,
      name: 'Marc Petit',
      email: 'marc@example.test',
      createdAt: new Date(),
    });
    const links = running.app.get(ReferralLinks);
    await links.open(running.dataSource.manager, owner.id, [{ kind: 'personal', subjectId: id }]);
    const { search } = new URL(links.personalUrl('any', id));
    expect((await visitor.get(`/c/${owner.slugs[0]}${search}`)).body).toContain('Marc Petit');
    // Of another account it says nothing, nor once its ambassador is erased.
    expect((await visitor.get(`/c/${other.slugs[0]}${search}`)).body).not.toContain('Marc Petit');
    await running.dataSource.getRepository(Ambassador).update({ accountId: owner.id, id }, { name: null });
    const { body } = await visitor.get(`/c/${owner.slugs[0]}${search}`);
    expect(body).toContain('name="ambassador.name"');
    expect(body).not.toContain('name="via"');
  });
});

describe('what can be taken along', () => {
  test('the contact, with its photo and a name that every program can store', async () => {
    const { status, headers, body } = await visitor.get('/c/zoe/card.vcf');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/vcard; charset=utf-8');
    expect(headers.get('content-disposition')).toContain("filename*=UTF-8''Zo%C3%A9%20Lef%C3%A8vre.vcf");
    expect(body).toContain('VERSION:3.0\r\n');
    expect((body as string).replaceAll('\r\n ', '')).toContain(PNG);
  });

  test('the QR code, which leads to the card and says so', async () => {
    const svg = await visitor.get('/c/zoe/qr.svg');
    expect([svg.status, svg.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    const png = await visitor.get('/c/zoe/qr.png');
    expect([png.status, png.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await visitor.get('/c/zoe/qr')).body).toContain(`${new URL(running.url).host}/c/zoe`);
  });

  test('the photo, cached for ever under an address that changes with it', async () => {
    const { body } = await visitor.get('/c/zoe');
    const [, path = ''] = /src="(\/c\/zoe\/photo\?v=[0-9a-f]+)"/.exec(body as string) ?? [];
    const { status, headers } = await visitor.get(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(headers.get('cache-control')).toContain('immutable');
  });

  test('the tracker, by any site', async () => {
    const { status, headers } = await visitor.get('/t.js');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });
});

test('the choice not to be measured takes no other value', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const { status, body } = await visitor.post('/c/zoe/privacy', 'choice=maybe', form);
  expect([status, body.code]).toEqual([400, 'validation_failed']);
});
