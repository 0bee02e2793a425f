import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ADMIN_TOKEN } from './api-process.mjs';

const ADMIN = fileURLToPath(new URL('../../apps/api/dist/admin.js', import.meta.url));
const PASSWORD = 'a password of the bench';

async function send(url, { method = 'GET', headers = {}, body } = {}) {
  const response = await fetch(url, {
    method,
    headers: {
      // Sign-in takes no form from another site, and a browser always says which one it is on.
      ...(method === 'GET' ? {} : { origin: new URL(url).origin }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text}`);
  return { response, answer: text === '' ? undefined : JSON.parse(text) };
}

/** An operator's command on the API's own data, as `npm run admin` runs it. */
export async function admin(api, ...args) {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, [ADMIN, ...args], {
    cwd: api.folder,
    env: { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), DATA_DIR: api.dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`admin ${args.join(' ')} ended with ${code}`);
}

/**
 * Creates an account by the admin API.
 * @param {{timezone?: string, plan?: string, cards: number}} wanted
 * @returns {Promise<{id: string, email: string, timezone: string, cards: {id: string, slug: string}[]}>}
 */
export async function createAccount(api, { timezone = 'Europe/Paris', plan = 'multi-cartes', cards }) {
  const name = randomUUID().slice(0, 8);
  const slugs = Array.from({ length: cards }, (_, index) => `bench-${name}-${index}`);
  const { answer } = await send(`${api.url}/api/admin/accounts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
    body: {
      name: `Bench ${name}`,
      email: `bench-${name}@example.test`,
      plan,
      timezone,
      cards: slugs.map((slug) => ({ slug, title: `Card ${slug}` })),
    },
  });
  return {
    id: answer.id,
    email: answer.email,
    timezone,
    cards: answer.cards.map(({ id, slug }) => ({ id, slug })),
  };
}

/**
 * Chooses a password by the link of the invitation and signs in, as an owner does.
 * @returns {Promise<string>} the cookie header that stands for the owner
 */
export async function signIn(api, email) {
  const newPassword = PASSWORD;
  await send(`${api.url}/api/auth/reset-password`, {
    method: 'POST',
    body: { token: await invitationToken(api, email), newPassword },
  });
  const { response } = await send(`${api.url}/api/auth/sign-in/email`, {
    method: 'POST',
    body: { email, password: newPassword },
  });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

/** A card's summary, as its owner's dashboard reads it. */
export async function summaryOf(api, cookie, cardId) {
  const { answer } = await send(`${api.url}/api/cards/${cardId}/stats/summary`, { headers: { cookie } });
  return answer;
}

/** Looks into the development mailbox, whose address the API prints, until the invitation is there. */
async function invitationToken(api, email) {
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    const mailbox = /^ *Mailbox +(http:\S+)/m.exec(await readFile(api.logFile, 'utf8'))?.[1];
    if (mailbox !== undefined) {
      const { answer: mails } = await send(new URL('/api/email', mailbox));
      const mail = mails.find(({ to }) => to.some(({ address }) => address === email));
      const token = /choose-password\?token=([\w%-]+)/.exec(mail?.text ?? '')?.[1];
      if (token !== undefined) return decodeURIComponent(token);
    }
    await sleep(100);
  }
  throw new Error('no invitation came to the development mailbox');
}
