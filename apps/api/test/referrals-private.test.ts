/**
 * Neither a number nor an address of anybody is in a line of the log, in a subject, or in an address that a browser or a server would
 * see: everything that a recommendation goes through is done, and what was written is read.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp } from './support/app.js';
import { Client } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { allMailTo } from './support/mailbox.js';
import { type OwnProcess, startProcess } from './support/own-process.js';
import { pathOf, recommend } from './support/recommend.js';

const PERSONAL = /sophie-zq|marc-zq|6\D*3\D*9\D*9\D*8\D*7\D*7\D*[12]\D*[12]/i;
const MARC = { name: 'Marc Petit', email: 'marc-zq@example.fr', phone: '06 39 98 77 11' };
const SOPHIE = { name: 'Sophie Dubois', email: 'sophie-zq@example.fr', phone: '06 39 98 77 22' };

let running: RunningApp;
let owner: GivenAccount;
let program: OwnProcess;
/** Every page and answer that was received. */
const received: string[] = [];

beforeAll(async () => {
  running = await startApp();
  owner = await givenAccount(running, { plan: 'force-de-vente' });
  program = await startProcess(running, { LOG_LEVEL: 'debug' });
  await everything();
}, 60_000);
afterAll(() => void program.child.kill('SIGKILL'));

async function everything(): Promise<void> {
  const client = new Client(program.url);
  await client.signIn(owner.email, 'a password of the tests');
  const html = { accept: 'text/html', 'accept-language': 'fr' };
  const keep = async (answer: Promise<{ body: unknown }>) => {
    const { body } = await answer;
    received.push(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const [slug = ''] = owner.slugs;
  const people = { ambassador: MARC, prospect: SOPHIE, message: `Appelez ${SOPHIE.phone}` };
  await keep(recommend(program.url, slug, { ...people, declaration: false }));
  await keep(
    recommend(program.url, slug, { ...people, prospect: { ...SOPHIE, phone: '06 39 98 77 22 00' } }),
  );
  const sent = (await recommend(program.url, slug, people)).body;
  received.push(JSON.stringify(sent));
  for (const url of [sent.consentUrl, sent.statusUrl]) await keep(client.get(pathOf(url), html));
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const choice of ['yes', 'no', 'yes'])
    await client.post(pathOf(sent.consentUrl), `choice=${choice}`, form);
  const { items } = (await client.get('/api/recommendations')).body;
  const base = `/api/recommendations/${items[0].id}`;
  await client.post(`${base}/status`, { to: 'contacted', expected: 'new', note: SOPHIE.email });
  await client.post(`${base}/status`, { to: 'contacted', expected: 'new' });
  await client.post(`${base}/notes`, { text: SOPHIE.phone });
  for (const path of [base, `${base}/consent.pdf`, `${base}/personal-data`, '/api/recommendations/board'])
    await keep(client.get(path));
  await keep(client.get(`/api/recommendations/exports/recommendations.csv`));
  await keep(client.get(`/api/recommendations?q=${encodeURIComponent(SOPHIE.phone)}`));
  const ambassador = `/api/recommendations/ambassadors/${items[0].ambassador.id}`;
  await keep(client.post(`${ambassador}/thanks`, {}));
  await keep(client.get(ambassador));
  await recommend(program.url, slug, { ...people, objet: 'x' });
  await client.post(pathOf(sent.consentUrl), 'choice=object', form);
  await recommend(program.url, slug, people);
}

test('in no line of the log', () => {
  const lines = program.log().trim().split('\n');
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.join('\n')).toContain('/api/cards/:slug/recommendations');
  expect(lines.filter((line) => PERSONAL.test(line))).toEqual([]);
});

test('in no subject, and in no address but those that call or write to a person', async () => {
  const mails = [...(await allMailTo(owner.email, 2)), ...(await allMailTo(MARC.email, 1))];
  expect(mails.map(({ subject }) => subject).filter((subject) => /\d|@/.test(subject))).toEqual([]);
  const texts = [...received, ...mails.flatMap(({ html, text }) => [html, text])];
  // They were written about, or nothing would be tested.
  expect(texts.filter((text) => PERSONAL.test(text)).length).toBeGreaterThan(5);
  const addresses = texts.flatMap(
    (text) => text.match(/(?:https?:\/\/|(?<=(?:href|src|action)=")\/)[^\s"'<>\\]+/g) ?? [],
  );
  expect(addresses.length).toBeGreaterThan(20);
  expect(addresses.filter((address) => PERSONAL.test(decodeURIComponent(address)))).toEqual([]);
});
