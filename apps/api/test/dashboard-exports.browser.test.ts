/// <reference lib="dom" />
/** What an owner takes away of a usage screen: which files they are offered, that they come whole or not at all, and that the wait is theirs to end. */
import { readFile } from 'node:fs/promises';
import { createServer, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_TOKEN, type RunningApp, startApp } from './support/app.js';
import type { OpenedPage } from './support/browser.js';
import { beacon, click, Client, view } from './support/client.js';
import { freePort } from './support/free-port.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { pageFaults } from './support/page-faults.js';
import { openSignedIn } from './support/signed-in-page.js';
import { waitFor } from './support/wait-for.js';

/** How the network deals with files: as it should, stops in the middle, breaks off there, or so that no browser can notice it. */
type Network = 'whole' | 'stopped' | 'broken' | 'cut short';

let running: RunningApp;
let network: Network = 'whole';
/** The last file that was sent, whole. */
let sent: Buffer;
let between: Server;
beforeAll(async () => {
  const port = await freePort();
  const app = await startApp({ PUBLIC_URL: `http://localhost:${port}` });
  between = createServer((incoming, answer) => {
    const outgoing = request(
      app.url + (incoming.url ?? ''),
      // Not compressed, so that half of it is half of the file.
      { method: incoming.method, headers: { ...incoming.headers, 'accept-encoding': 'identity' } },
      (response) => {
        answer.writeHead(response.statusCode ?? 500, response.headers);
        if (!incoming.url?.includes('/exports/')) response.pipe(answer);
        else void response.toArray().then((chunks) => answerFile(answer, Buffer.concat(chunks)));
      },
    );
    outgoing.on('error', () => answer.destroy());
    answer.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve) => {
    between.listen(port, '127.0.0.1', resolve);
  });
  running = { ...app, url: `http://localhost:${(between.address() as AddressInfo).port}` };
});
afterAll(() => {
  between.closeAllConnections();
  between.close();
});

function answerFile(answer: ServerResponse, content: Buffer): void {
  sent = content;
  if (network === 'whole') {
    answer.end(content);
    return;
  }
  const half = content.subarray(0, content.length / 2);
  if (network === 'cut short') answer.end(half);
  else answer.write(half, () => network === 'broken' && answer.destroy());
}

const WORDS = {
  fr: { open: 'Exporter', retry: 'Réessayer', cancel: 'Annuler', close: 'Fermer', tray: 'Fichiers exportés' },
  en: { open: 'Export', retry: 'Try again', cancel: 'Cancel', close: 'Close', tray: 'Exported files' },
} as const;
const FILES = {
  fr: [
    'Rapport (PDF)',
    'Tableaux (CSV)',
    'Visites (CSV)',
    'Classeur (Excel)',
    'Classeur avec les visites (Excel)',
  ],
  en: ['Report (PDF)', 'Tables (CSV)', 'Visits (CSV)', 'Workbook (Excel)', 'Workbook with visits (Excel)'],
} as const;

/** One card, or two, with three visits each. */
async function givenVisited(wanted: Parameters<typeof givenAccount>[1]): Promise<GivenAccount> {
  const owner = await givenAccount(running, wanted);
  for (const slug of [...owner.slugs, ...owner.slugs, ...owner.slugs])
    await new Client(running.url).post('/api/track', beacon(slug, [view(), click('phone')]));
  return owner;
}

async function openDialog(page: Page, locale: 'fr' | 'en' = 'fr') {
  await page.getByRole('button', { name: WORDS[locale].open, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: WORDS[locale].open });
  await dialog.getByRole('listitem').first().waitFor();
  return dialog;
}

/** Presses a file in the dialog. @param name in French */
async function press(page: Page, name: (typeof FILES)['fr'][number]): Promise<void> {
  const dialog = await openDialog(page);
  await dialog.getByRole('button', { name }).click();
  await dialog.waitFor({ state: 'detached' });
}

const tray = (page: Page, locale: 'fr' | 'en' = 'fr') =>
  page.getByRole('region', { name: WORDS[locale].tray });
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** What was saved. */
async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

/** Counts what the browser saves from now on. */
function countSaved(page: Page): () => number {
  let count = 0;
  page.on('download', () => (count += 1));
  return () => count;
}

const day = (offset: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(Date.now() + offset * 86_400_000);

describe('each model is offered the files that it has, and told which model has the others', () => {
  test.each([
    { plan: 'essentiel', has: 0, path: '/', locked: [3, 3, 2, 1] },
    { plan: 'premium', has: 2, path: '/trends', locked: [2, 1] },
    { plan: 'force-de-vente', has: 3, path: '/visits', locked: [1] },
    { plan: 'multi-cartes', has: 5, path: '/cards', locked: [] },
  ] as const)('$plan', async ({ plan, has, path, locked }) => {
    const owner = await givenVisited({ plan, cards: plan === 'multi-cartes' ? 2 : 1 });
    for (const [locale, size] of [
      ['fr', 'phone'],
      ['en', 'desktop'],
    ] as const) {
      const { page, problems, close } = await openSignedIn(running, owner, path, {
        size,
        locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
        context: { storageState: { cookies: [], origins: [chosenLocale(locale)] } },
      });
      const dialog = await openDialog(page, locale);
      const names = await dialog.getByRole('listitem').getByRole('button').allInnerTexts();
      expect(names.map((name) => name.split('\n')[0])).toEqual(FILES[locale].slice(0, has));
      const others = await dialog
        .getByRole('listitem')
        .filter({ hasNot: page.getByRole('button') })
        .allInnerTexts();
      expect(others.map((text) => text.split('\n')[0])).toEqual(FILES[locale].slice(has, 4));
      // Whose names are those of models: as many as the matrix says.
      const plans = others.map((text) => text.match(/Premium|Force de Vente|Multi-Cartes/g)?.length);
      expect(plans).toEqual(locked);
      expect(await pageFaults(page)).toEqual([]);
      if (has > 0) {
        await dialog.getByRole('button', { name: FILES[locale][1] }).click();
        await tray(page, locale)
          .getByRole('link', { name: /^num-ecard-.*\.csv$/ })
          .waitFor();
        expect(await pageFaults(page)).toEqual([]);
      }
      expect(problems).toEqual([]);
      await close();
    }
  });
});

function chosenLocale(locale: string) {
  return { origin: running.url, localStorage: [{ name: 'num-ecard-locale', value: locale }] };
}

describe('the file is of what the screen shows, byte for byte and by the name that the server gives', () => {
  test.each([
    [
      'Rapport (PDF)',
      '/trends?period=7d&compare=year',
      { from: day(-6), to: day(0), compare: 'year', interval: 'day' },
      'pdf',
      'summary',
    ],
    [
      'Visites (CSV)',
      '/visits',
      { from: day(-29), to: day(0), compare: 'previous', interval: 'day' },
      'csv',
      'visits',
    ],
    [
      'Classeur (Excel)',
      '/places?period=custom&from=2026-01-01&to=2026-03-31',
      { from: '2026-01-01', to: '2026-03-31', compare: 'previous', interval: 'week' },
      'xlsx',
      'summary',
    ],
  ] as const)('%s', async (name, path, asked, format, content) => {
    const owner = await givenVisited({ plan: 'multi-cartes', cards: 2 });
    const { page, close } = await openSignedIn(
      running,
      owner,
      `${path}${path.includes('?') ? '&' : '?'}card=${owner.slugs[1]}`,
    );
    const client = await owner.signIn();
    const { cards } = (await client.get('/api/me')).body as { cards: { id: string; title: string }[] };
    const dialog = await openDialog(page);
    expect(plain(await dialog.innerText())).toContain(`${cards[1]?.title}, du `);

    const [response, download] = await Promise.all([
      page.waitForResponse(/\/exports\//),
      page.waitForEvent('download'),
      dialog.getByRole('button', { name, exact: false }).first().click(),
    ]);
    const { pathname, searchParams } = new URL(response.url());
    expect(pathname).toBe(`/api/cards/${cards[1]?.id}/exports/usage.${format}`);
    expect(Object.fromEntries(searchParams)).toEqual({ ...asked, content });
    const bytes = await contentOf(download);
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.equals(sent)).toBe(true);
    const { headers } = await client.get(pathname + new URL(response.url()).search);
    expect(headers.get('content-disposition')).toContain(download.suggestedFilename());
    await close();
  });

  test('all cards as one, said as such', async () => {
    const owner = await givenVisited({ plan: 'multi-cartes', cards: 2 });
    const { page, close } = await openSignedIn(running, owner, '/trends?period=7d');
    const dialog = await openDialog(page);
    await dialog.getByText('Une ligne par visite, sans identifier personne. 6 visites.').waitFor();
    expect(plain(await dialog.innerText())).toMatch(
      /Toutes les cartes \(2\), du .* comparé à la période d'avant, jour par jour/,
    );
    const [response] = await Promise.all([
      page.waitForResponse(/\/exports\//),
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Rapport (PDF)' }).click(),
    ]);
    expect(new URL(response.url()).pathname).toBe('/api/exports/usage.pdf');
    await close();
  });

  test('a very large one is written where its owner picks, and nothing of it stays when it breaks off', async () => {
    const owner = await givenVisited({ plan: 'force-de-vente' });
    const { page, close } = await openSignedIn(running, owner, '/visits');
    // Of the browser only the window is replaced in which a place is picked: here it is always in the browser's own file system.
    await page.evaluate(() => {
      const showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) => {
        const folder = await navigator.storage.getDirectory();
        return folder.getFileHandle(suggestedName, { create: true });
      };
      Object.assign(window, { showSaveFilePicker });
    });
    await page.route(/stats\/trends.*interval=month/, async (route) => {
      const answer = await (await route.fetch()).json();
      await route.fulfill({ json: { ...answer, totals: { ...answer.totals, views: 200_000 } } });
    });
    const files = () =>
      page.evaluate(async () => {
        const found: [string, string][] = [];
        const folder = await navigator.storage.getDirectory();
        for await (const handle of folder.values())
          found.push([handle.name, await (await (handle as FileSystemFileHandle).getFile()).text()]);
        return found;
      });
    const pressMany = async () => {
      const dialog = await openDialog(page);
      await dialog.getByText(/200\s000 visites/).waitFor();
      await dialog.getByRole('button', { name: 'Visites (CSV)' }).click();
    };
    const saved = countSaved(page);
    network = 'broken';
    await pressMany();
    await tray(page).getByText('La connexion a été coupée avant la fin').waitFor();
    await expect.poll(files).toEqual([]);

    network = 'whole';
    await tray(page).getByRole('button', { name: 'Réessayer' }).click();
    await tray(page).getByText('Enregistré').waitFor();
    // As the browser reads a text: without the byte order mark.
    const text = new TextDecoder().decode(sent);
    expect(await files()).toEqual([[expect.stringMatching(/^num-ecard-.*\.csv$/), text]]);
    expect(saved()).toBe(0);
    await close();
  });
});

/** What has the focus when the button is gone that had it. */
const focusedName = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName);

describe('a file that does not come', () => {
  test('broken off, or cut short where no browser can notice it: that is said, and nothing is saved', async () => {
    const owner = await givenVisited({ plan: 'force-de-vente' });
    const { page, close } = await openSignedIn(running, owner, '/trends', { size: 'desktop' });
    const saved = countSaved(page);
    for (const trouble of ['broken', 'cut short'] as const) {
      network = trouble;
      await press(page, 'Rapport (PDF)');
      await tray(page)
        .getByText("La connexion a été coupée avant la fin : rien n'a été enregistré.")
        .waitFor();
      expect(await pageFaults(page, 'own size')).toEqual([]);
      network = 'whole';
      expect(saved()).toBe(0);
      if (trouble !== 'broken') continue;
      await tray(page).getByRole('button', { name: 'Fermer' }).press('Enter');
      await tray(page).waitFor({ state: 'detached' });
      expect(await focusedName(page)).toBe('H1');
    }
    const begun = page.waitForEvent('download');
    await tray(page).getByRole('button', { name: 'Réessayer' }).press('Enter');
    expect(await focusedName(page)).toMatch(/^Rapport \(PDF\)/);
    expect((await contentOf(await begun)).subarray(0, 5).toString()).toBe('%PDF-');
    await close();
  });

  test.each([
    [429, { 'retry-after': '20' }, "Trop d'exports en même temps. Réessayez dans 20 secondes."],
    [500, {}, 'Le service a rencontré une erreur.'],
    [404, {}, "Cette carte n'est plus disponible."],
  ])('answered with %d, with a way to try again', async (status, headers, words) => {
    const owner = await givenVisited({ plan: 'premium' });
    const { page, close } = await openSignedIn(running, owner, '/trends');
    let refused = 0;
    await page.route(/\/exports\//, (route) => {
      refused += 1;
      return refused > 1 ? route.continue() : route.fulfill({ status, headers, json: { status } });
    });
    await press(page, 'Tableaux (CSV)');
    await tray(page).getByText(words).waitFor();
    const begun = page.waitForEvent('download');
    await tray(page).getByRole('button', { name: 'Réessayer' }).click();
    expect((await begun).suggestedFilename()).toMatch(/^num-ecard-.*\.csv$/);
    await close();
  });

  test('the model has changed meanwhile: its files are locked at once', async () => {
    const owner = await givenVisited({ plan: 'premium' });
    const { page, close } = await openSignedIn(running, owner, '/trends');
    const saved = countSaved(page);
    const dialog = await openDialog(page);
    const operator = new Client(running.url, { authorization: `Bearer ${ADMIN_TOKEN}` });
    await operator.request('PATCH', `/api/admin/accounts/${owner.id}`, { plan: 'essentiel' });
    await dialog.getByRole('button', { name: 'Rapport (PDF)' }).click();
    await tray(page).getByText('Votre modèle ne comprend plus ce fichier.').waitFor();
    await page.getByText('Disponible avec les modèles Premium, Force de Vente ou Multi-Cartes.').waitFor();
    expect(saved()).toBe(0);
    await close();
  });

  test('the session has ended: it leads to sign-in, and back to the same screen', async () => {
    const owner = await givenVisited({ plan: 'premium' });
    const { page, context, close } = await openSignedIn(running, owner, '/trends?period=7d');
    const saved = countSaved(page);
    const dialog = await openDialog(page);
    await context.clearCookies();
    await dialog.getByRole('button', { name: 'Rapport (PDF)' }).click();
    await page.waitForURL(`${running.url}/sign-in?next=${encodeURIComponent('/trends?period=7d')}`);
    expect(saved()).toBe(0);
    await close();
  });
});

describe('a file that takes its time', () => {
  /** A report waits for what another transaction has locked. */
  async function withheld<Result>(work: () => Promise<Result>): Promise<Result> {
    const runner = running.dataSource.createQueryRunner();
    await runner.connect();
    await runner.startTransaction();
    try {
      await runner.query('LOCK TABLE usage_days IN ACCESS EXCLUSIVE MODE');
      return await work();
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  async function openAtTrends(): Promise<OpenedPage> {
    return openSignedIn(running, await givenVisited({ plan: 'premium' }), '/trends');
  }

  test('is given up by a press, and the server is told', async () => {
    const { page, close } = await openAtTrends();
    const given: boolean[] = [];
    running.app.getHttpServer().on('request', (asked: { url: string }, answer: ServerResponse) => {
      if (asked.url.includes('/exports/')) answer.once('close', () => given.push(!answer.writableFinished));
    });
    const saved = countSaved(page);
    await withheld(async () => {
      await press(page, 'Rapport (PDF)');
      await tray(page).getByText('Préparation…').waitFor();
      await waitFor(running, 1);
      expect(given).toEqual([]);
      await tray(page).getByRole('button', { name: 'Annuler' }).click();
      await tray(page).waitFor({ state: 'detached' });
      await expect.poll(() => given).toEqual([true]);
    });
    expect(saved()).toBe(0);
    await close();
  });

  test('tells how many of the visits have come', async () => {
    const owner = await givenVisited({ plan: 'force-de-vente' });
    const { page, close } = await openSignedIn(running, owner, '/visits');
    network = 'stopped';
    const dialog = await openDialog(page);
    await dialog.getByText('3 visites.').waitFor();
    await dialog.getByRole('button', { name: 'Visites (CSV)' }).click();
    await tray(page)
      .getByText(/^[1-3] sur 3 lignes · [\d,]+\sko reçus$/)
      .waitFor();
    await tray(page).getByRole('progressbar', { name: 'Lignes reçues' }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    network = 'whole';
    await tray(page).getByRole('button', { name: 'Annuler' }).click();
    await tray(page).waitFor({ state: 'detached' });
    await close();
  });

  test('comes while another screen is looked at; only leaving the page is asked about', async () => {
    const { page, close } = await openAtTrends();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    const begun = page.waitForEvent('download');
    await withheld(async () => {
      await press(page, 'Tableaux (CSV)');
      await page.getByRole('link', { name: 'Ma carte' }).first().click();
      await page.getByRole('textbox', { name: 'Nom', exact: true }).waitFor();
      await tray(page).getByText('Préparation…').waitFor();
      await page.close({ runBeforeUnload: true });
      await expect.poll(() => asked).toEqual(['beforeunload']);
    });
    await begun;
    await tray(page).getByText('Enregistré').waitFor();
    await tray(page).getByRole('button', { name: 'Fermer' }).click();
    await tray(page).waitFor({ state: 'detached' });
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
    expect(asked).toEqual(['beforeunload']);
    await close();
  });
});

test('by keys alone: opened, chosen, said aloud, closed', async () => {
  const owner = await givenVisited({ plan: 'premium' });
  const { page, close } = await openSignedIn(running, owner, '/trends', { size: 'desktop' });
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const tabTo = async (words: RegExp, key = 'Tab') => {
    for (let presses = 0; presses < 60 && !words.test(await focused()); presses += 1)
      await page.keyboard.press(key);
    expect(await focused()).toMatch(words);
  };
  await tabTo(/^Exporter$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(focused).toBe('Exporter');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  await tabTo(/^Tableaux/);
  const begun = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  await begun;
  await page
    .getByRole('status')
    .getByText(/^Fichier enregistré\s: num-ecard-.*\.csv\.$/)
    .waitFor({ state: 'attached' });
  await expect.poll(focused).toBe('Exporter');
  await tabTo(/^num-ecard-.*\.csv$/, 'Shift+Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tray(page).waitFor({ state: 'detached' });
  await close();
});
