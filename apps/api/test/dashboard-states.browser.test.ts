/// <reference lib="dom" />
/** What the owner sees when the API is away, slow, refuses or answers nonsense: on every screen that fetches, as it is built. */
import type { Locator, Page, Request, Route } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { unsubscribeToken } from '../src/reporting/monthly/unsubscribe-token.js';
import { type RunningApp, startApp } from './support/app.js';
import { type OpenedPage, openPage } from './support/browser.js';
import { beacon, click, Client, view } from './support/client.js';
import { type GivenAccount, givenAccount, PASSWORD } from './support/given.js';
import { signInTo } from './support/signed-in-page.js';

const WORDS = {
  fr: {
    menu: 'Mon compte',
    nav: 'Menu principal',
    retry: 'Réessayer',
    stale: /(Chiffres|date) de tout à l'heure\./,
    reconnecting: 'reconnexion…',
    live: 'en direct',
    visits: 'Visites',
    unknown: 'Ville inconnue',
    direct: 'Accès direct',
    phone: 'Téléphone',
    latest: "aujourd'hui",
    name: 'Nom',
    save: 'Enregistrer',
    saved: 'Enregistré',
    cardSaved: 'Tout est enregistré.',
    nothingLost: "Échec de l'enregistrement : rien n'est perdu.",
    signedOut: 'Votre session est terminée',
    notAccepted: "Ce réglage n'a pas été accepté.",
    withPlan: 'Disponible avec les modèles',
    leave: 'Quitter sans enregistrer ?',
    stay: 'Rester sur la page',
    down: 'Le service ne répond pas.',
    failing: 'Le service a rencontré une erreur.',
    refusing: "Votre compte n'y a pas accès.",
    nonsense: "La réponse reçue n'est pas celle attendue.",
  },
  en: {
    menu: 'My account',
    nav: 'Main menu',
    retry: 'Try again',
    stale: /from a moment ago\./,
    reconnecting: 'reconnecting…',
    live: 'live',
    visits: 'Visits',
    unknown: 'Unknown city',
    direct: 'Direct',
    phone: 'Phone',
    latest: 'today',
    name: 'Name',
    save: 'Save',
    saved: 'Saved',
    cardSaved: 'Everything is saved.',
    nothingLost: 'Saving failed: nothing is lost.',
    signedOut: 'Your session has ended',
    notAccepted: 'This setting was not accepted.',
    withPlan: 'Available with the',
    leave: 'Leave without saving?',
    stay: 'Stay on the page',
    down: 'The service does not answer.',
    failing: 'The service ran into an error.',
    refusing: 'Your account does not have access to this.',
    nonsense: 'The answer is not the expected one.',
  },
} as const;
type Words = (typeof WORDS)['fr' | 'en'];

interface Reader {
  readonly size: 'phone' | 'desktop';
  readonly locale: 'fr' | 'en';
  readonly words: Words;
}
const PHONE: Reader = { size: 'phone', locale: 'fr', words: WORDS.fr };
const DESK: Reader = { size: 'desktop', locale: 'en', words: WORDS.en };

interface Trouble {
  /** What is then said. */
  readonly says: 'down' | 'failing' | 'refusing' | 'nonsense';
  answer(route: Route): Promise<void>;
}

/** What the API does instead of answering: it is away, breaks, refuses; another answers a page, or something else. */
const TROUBLES = [
  { says: 'down', answer: (route) => route.abort('connectionrefused') },
  {
    says: 'nonsense',
    answer: (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Wi-Fi</title>' }),
  },
  { says: 'failing', answer: (route) => route.fulfill(problem(500, 'internal_error')) },
  { says: 'nonsense', answer: (route) => route.fulfill({ json: { period: 'always', views: 'many' } }) },
  { says: 'refusing', answer: (route) => route.fulfill(problem(403, 'plan_required')) },
] as const satisfies readonly Trouble[];

function problem(status: number, code: string) {
  return { status, contentType: 'application/problem+json', body: JSON.stringify({ status, code }) };
}

/** Every screen that fetches; and what is on it once it has. */
const SCREENS: Readonly<Record<string, (main: Locator, words: Words) => Locator>> = {
  '/': (main, { visits }) => main.getByRole('group', { name: visits, exact: true }).getByText(/^[1-9]/),
  '/trends': (main, { visits }) => main.getByRole('group', { name: visits, exact: true }).getByText(/^[1-9]/),
  '/places': (main, { unknown }) => main.getByRole('row', { name: unknown }),
  '/sources': (main, { direct }) => main.getByText(direct),
  '/engagement': (main, { phone }) => main.getByText(phone),
  '/visits': (main) => main.getByRole('listitem'),
  '/cards': (main) => main.getByRole('rowheader', { name: 'Card' }),
  '/card': (main, { name }) => main.getByRole('textbox', { name, exact: true }),
  '/settings': (main, { name }) => main.getByRole('textbox', { name, exact: true }),
};
const PATHS = Object.keys(SCREENS);
/** Not the period that the overview has asked for already. */
const DAYS = '?period=7d';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

/** Two cards, with four visits between them. */
async function givenVisited({ locale }: Reader): Promise<GivenAccount> {
  const owner = await givenAccount(running, { plan: 'multi-cartes', cards: 2, locale });
  for (const slug of [...owner.slugs, ...owner.slugs]) await comeBy(slug);
  return owner;
}

const comeBy = (slug: string) =>
  new Client(running.url).post('/api/track', beacon(slug, [view(), click('phone')]));

interface Opened extends OpenedPage {
  /** What the API is like from now on. Its account and its stream are well unless they are meant, too. */
  readonly become: (trouble: Trouble | undefined, what?: RegExp) => void;
  /** Withholds answers until the returned function is called. */
  readonly withhold: () => () => void;
}

const ACCOUNT = /^\/api\/me$/;
const NOT_THE_SUMMARY = /^\/api\/(?!auth|me$|live|.*\/summary)/;
const REPORTS = /^\/api\/(?!auth|me$|live)/;

let addresses = 0;

async function open({ size, locale }: Reader): Promise<Opened> {
  const opened = await openPage({
    size,
    locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
    context: {
      reducedMotion: 'reduce',
      // Of its own: an address may sign in so often only.
      extraHTTPHeaders: { 'x-forwarded-for': `198.51.100.${(addresses += 1)}` },
    },
  });
  const { page } = opened;
  page.setDefaultTimeout(20_000);
  // So that nobody waits for the pauses between attempts: they are stepped over.
  await page.clock.install();
  let trouble: Trouble | undefined;
  let troubled = REPORTS;
  let gate: Promise<void> | undefined;
  await page.route(/\/api\//, async (route) => {
    if (!troubled.test(new URL(route.request().url()).pathname)) return route.continue();
    await gate;
    return trouble === undefined ? route.continue() : trouble.answer(route);
  });
  return {
    ...opened,
    become: (next, what = REPORTS) => {
      trouble = next;
      troubled = what;
    },
    withhold: () => {
      let release = () => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        gate = undefined;
        release();
      };
    },
  };
}

async function signIn(page: Page, { email }: GivenAccount): Promise<void> {
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.locator('button[type="submit"]').click();
}

async function openSignedIn(owner: GivenAccount, reader: Reader, path = `/${DAYS}`): Promise<Opened> {
  const opened = await open(reader);
  await signInTo(running, opened.context, owner.email);
  await opened.page.goto(running.url + path);
  return opened;
}

/** Waits for what comes after pauses, which are stepped over. */
async function afterPauses(page: Page, awaited: Locator): Promise<void> {
  const done = awaited.first().waitFor();
  let over = false;
  const end = () => (over = true);
  void done.then(end, end);
  while (!over) await page.clock.fastForward(1_000);
  await done;
}

/** The address of a screen, with the period where it has one. */
const addressOf = (path: string) => path + (path === '/card' || path === '/settings' ? '' : DAYS);

/** Goes to a screen as an owner does, without loading the page anew. */
async function go(page: Page, path: string, words: Words): Promise<void> {
  const before = await page.locator('main h1').elementHandle();
  if (path === '/settings') await page.getByRole('button', { name: words.menu }).click();
  await page
    .locator(`a[href="${addressOf(path)}"]`)
    .filter({ visible: true })
    .first()
    .click();
  await before?.waitForElementState('hidden');
}

/** The frame: where one is, what there is else, and who is signed in. */
async function expectFrame(page: Page, words: Words): Promise<void> {
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('navigation', { name: words.nav }).waitFor();
  await page.getByRole('button', { name: words.menu }).waitFor();
}

/** Nothing is on its way any more. */
const settled = (page: Page) =>
  page.waitForFunction(() => document.querySelector('main :is([aria-busy="true"], [data-loading])') === null);

async function expectFigures(page: Page, path: string, words: Words): Promise<void> {
  await SCREENS[path]?.(page.getByRole('main'), words).first().waitFor();
  await settled(page);
  expect([path, await page.getByRole('main').getByRole('alert').allInnerTexts()]).toEqual([path, []]);
}

/** Asks again, in the first place that offers it. */
const retry = (page: Page, { retry: name }: Words) =>
  page.getByRole('main').getByRole('button', { name }).first().click();

/** The same until something is asked for: a press that meets a question on its way, which came by itself, asks for nothing more. */
async function askAgain(page: Page, words: Words, what: RegExp): Promise<void> {
  const isIt = (request: Request) => what.test(new URL(request.url()).pathname);
  for (let asked = false; !asked;) {
    const question = page.waitForRequest(isIt, { timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    await retry(page, words);
    asked = await question;
  }
}

/** Asks again wherever that is offered, with success. */
async function retryAll(page: Page, { retry: name }: Words): Promise<void> {
  const buttons = page.getByRole('main').getByRole('button', { name });
  while ((await buttons.count()) > 0) {
    const button = await buttons.first().elementHandle();
    await button?.click();
    await button?.waitForElementState('hidden');
    await settled(page);
  }
}

/** One trouble after the other, each asked for again; then none. The first must be there already. */
async function expectTroubles(
  { page, become }: Opened,
  path: string,
  words: Words,
  what = REPORTS,
): Promise<void> {
  for (const [index, trouble] of TROUBLES.entries()) {
    become(trouble, what);
    if (index > 0) await askAgain(page, words, what);
    await afterPauses(page, page.getByRole('alert').getByText(words[trouble.says]));
    await settled(page);
  }
  become(undefined);
  await retryAll(page, words);
  await expectFigures(page, path, words);
}

/** As from another tab, half a minute later. */
async function comeBack(page: Page): Promise<void> {
  await page.clock.fastForward(30_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
}

/** Where on the window is what an owner may be reading or reaching for; by what it says. */
function landmarks(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const found: Record<string, number> = {};
    for (const element of document.querySelectorAll('h1, h2, nav a, main input, main button')) {
      const { top, height } = element.getBoundingClientRect();
      if (height === 0 || top < 0 || top >= innerHeight) continue;
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      found[`${element.tagName} ${name} ${element.id}`] ??= Math.round(top);
    }
    return found;
  });
}

const endSessions = ({ id }: GivenAccount) =>
  running.dataSource.query(
    'DELETE FROM sessions WHERE user_id IN (SELECT id FROM users WHERE account_id = $1)',
    [id],
  );

describe('every screen', () => {
  test('tells what is wrong, keeps its frame, and brings the figures when asked again', async () => {
    const { words } = PHONE;
    const opened = await openSignedIn(await givenVisited(PHONE), PHONE);
    const { page, become, close } = opened;
    await expectFigures(page, '/', words);
    become(TROUBLES[0], ACCOUNT);
    await page.reload();
    await expectTroubles(opened, '/', words, ACCOUNT);
    become(TROUBLES[0]);
    await page.reload();
    for (const path of PATHS) {
      become(TROUBLES[0]);
      if (path !== '/') await go(page, path, words);
      await afterPauses(page, page.getByRole('alert').getByText(words[TROUBLES[0].says]));
      await expectFrame(page, words);
      await expectTroubles(opened, path, words);
    }
    await close();
  });

  test('says so where not even its code can be fetched, and opens once it can', async () => {
    const { words } = DESK;
    const { page, close } = await openSignedIn(await givenVisited(DESK), DESK);
    await expectFigures(page, '/', words);
    const away = (route: Route) => route.abort('connectionrefused');
    await page.route('**/*', away);
    await go(page, '/trends', words);
    await page.getByRole('alert').getByText(words.down).waitFor();
    await expectFrame(page, words);
    // What is asked for in vain stays.
    await retry(page, words);
    await settled(page);
    await page.getByRole('alert').getByText(words.down).waitFor();
    await page.unroute('**/*', away);
    await retry(page, words);
    await expectFigures(page, '/trends', words);
    expect(new URL(page.url()).search).toBe(DAYS);
    await close();
  });

  test.each([PHONE, DESK])(
    'keeps the place of answers that are withheld, and nothing moves when they come, at $size size',
    async (reader) => {
      const { words } = reader;
      const owner = await givenVisited(reader);
      const { page, withhold, close } = await openSignedIn(owner, reader);
      await expectFigures(page, '/', words);
      for (const path of PATHS) {
        const release = withhold();
        if (path === '/') await page.reload();
        else await go(page, path, words);
        await page.locator('main [aria-busy="true"]').first().waitFor();
        await expectFrame(page, words);
        await page.getByRole('button', { name: words.menu }).click();
        await page.waitForFunction(() => document.activeElement?.closest('[role="menu"]'));
        await page.keyboard.press('Escape');
        await page.getByRole('menu').waitFor({ state: 'hidden' });
        const before = await landmarks(page);
        release();
        await expectFigures(page, path, words);
        expect([path, await landmarks(page)]).toEqual([path, expect.objectContaining(before)]);
      }
      await close();
    },
  );

  test('keeps figures that cannot be brought up to date, and says so until they are', async () => {
    const { words } = DESK;
    const owner = await givenVisited(DESK);
    const { page, become, close } = await openSignedIn(owner, DESK);
    const main = page.getByRole('main');
    await expectFigures(page, '/', words);
    for (const path of PATHS.filter((each) => each !== '/card')) {
      if (path !== '/') await go(page, path, words);
      await expectFigures(page, path, words);
      become(TROUBLES[2], path === '/' ? REPORTS : NOT_THE_SUMMARY);
      if (path === '/settings') {
        await comeBack(page);
      } else await comeBy(owner.slugs[0] ?? '');
      await afterPauses(page, main.getByText(path === '/' ? words.reconnecting : words.stale));
      await settled(page);
      expect([path, await SCREENS[path]?.(main, words).first().isVisible()]).toEqual([path, true]);
      become(undefined);
      await retryAll(page, words);
      if (path === '/') await afterPauses(page, main.getByText(words.live));
      expect([path, await main.getByText(words.stale).count()]).toEqual([path, 0]);
    }
    await close();
  });

  test('leads to sign-in when the session has ended, and is there again afterwards', async () => {
    const { words } = PHONE;
    const owner = await givenVisited(PHONE);
    const { page, close } = await openSignedIn(owner, PHONE);
    await expectFigures(page, '/', words);
    for (const path of PATHS) {
      if (path !== '/') await go(page, path, words);
      await expectFigures(page, path, words);
      await endSessions(owner);
      await comeBack(page);
      await page.waitForURL('**/sign-in?next=*');
      await signIn(page, owner);
      await page.waitForURL(running.url + addressOf(path));
      await expectFrame(page, words);
      await expectFigures(page, path, words);
    }
    await close();
  });

  test('is locked once the model no longer has it', async () => {
    const { words } = PHONE;
    const owner = await givenVisited(PHONE);
    const { page, close } = await openSignedIn(owner, PHONE);
    await expectFigures(page, '/', words);
    await running.dataSource.query("UPDATE accounts SET plan = 'essentiel' WHERE account_id = $1", [
      owner.id,
    ]);
    await go(page, '/engagement', words);
    await page.getByRole('main').getByText(words.withPlan).waitFor();
    await expectFrame(page, words);
    await close();
  });

  test('keeps what was typed, whatever saving meets', async () => {
    const { words } = DESK;
    const owner = await givenVisited(DESK);
    const { page, become, close } = await openSignedIn(owner, DESK, '/settings');
    const main = page.getByRole('main');
    const name = main.getByRole('textbox', { name: words.name, exact: true });
    const save = main.getByRole('button', { name: words.save, exact: true }).first();
    await name.fill('Zoé');
    for (const trouble of TROUBLES) {
      become(trouble);
      await save.click();
      const says = trouble.says === 'refusing' ? 'notAccepted' : trouble.says;
      await page.getByRole('alert').getByText(words[says]).waitFor();
      expect(await name.inputValue()).toBe('Zoé');
    }
    become(undefined);
    await endSessions(owner);
    await save.click();
    await page.getByRole('alert').getByText(words.signedOut).waitFor();
    expect(await name.inputValue()).toBe('Zoé');
    await page.reload();
    await signIn(page, owner);
    await name.fill('Zoé');
    let looked = page.waitForResponse(/\/api\/me$/);
    await save.click();
    await main.getByText(words.saved, { exact: true }).waitFor();
    await looked;

    await go(page, '/card', words);
    await name.fill('Zoé Martin');
    const status = main.getByRole('status').filter({ hasText: words.nothingLost });
    for (const trouble of TROUBLES) {
      become(trouble);
      await main.locator('button[type="submit"]').click();
      await status.getByText(words[trouble.says]).waitFor();
      expect(await name.inputValue()).toBe('Zoé Martin');
    }
    become(undefined);
    looked = page.waitForResponse(/\/api\/me$/);
    await main.locator('button[type="submit"]').click();
    await main.getByText(words.cardSaved).waitFor();
    await looked;
    await name.fill('Zoé Martin-Roche');
    await endSessions(owner);
    await main.locator('button[type="submit"]').click();
    await status.getByText(words.signedOut).waitFor();
    await comeBack(page);
    await page
      .getByRole('dialog', { name: words.leave })
      .getByRole('button', { name: words.stay })
      .last()
      .click();
    expect(await name.inputValue()).toBe('Zoé Martin-Roche');
    await close();
  });
});

test('without a network it opens from what its worker keeps, and says that no answer comes', async () => {
  const { words } = PHONE;
  const owner = await givenVisited(PHONE);
  const { page, context, close } = await openPage({ context: { serviceWorkers: 'allow' } });
  page.setDefaultTimeout(20_000);
  await page.goto(running.url);
  await signIn(page, owner);
  await expectFigures(page, '/', words);
  // Once it is there it serves the next load.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  await page.reload();
  // Not that the device has no network: Chromium's emulation leaves `navigator.onLine` as it was.
  await page.getByRole('alert').getByText(words.down).waitFor();
  await page.getByRole('navigation', { name: words.nav }).waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: words.retry }).first().click();
  await expectFigures(page, '/', words);
  await close();
});

test('pages that are not the dashboard’s open as what they are, though its worker answers for it', async () => {
  const owner = await givenAccount(running, { plan: 'force-de-vente' });
  const { page, close } = await openPage({ context: { serviceWorkers: 'allow' } });
  page.setDefaultTimeout(20_000);
  await page.goto(running.url);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const dashboard = await page.goto(`${running.url}/sign-in`);
  expect(dashboard?.fromServiceWorker()).toBe(true);

  await page.goto(`${running.url}/unsubscribe/${unsubscribeToken(running.config.secretKey, owner.id)}`);
  await page.getByRole('button', { name: 'Ne plus le recevoir' }).click();
  await page.getByRole('status').filter({ hasText: 'C’est fait' }).waitFor();
  const { body } = await (await owner.signIn()).get('/api/settings');
  expect(body.report.monthly).toBe(false);
  const token = 'x'.repeat(22);
  for (const path of [`/c/${owner.slugs[0]}`, `/c/${owner.slugs[0]}/privacy`, `/r/${token}`, `/a/${token}`]) {
    const answer = await page.goto(running.url + path);
    expect([path, answer?.fromServiceWorker()]).toEqual([path, false]);
  }
  await close();
});
