import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { beforeAll, expect, test } from 'vitest';
import { REQUIREMENT, type Requirement } from '../src/access/requirements.js';
import { PLANS, planHas } from '@num-ecard/contracts/plans';
import { SERVER_PATHS } from '@num-ecard/contracts/server-paths';
import { ADMIN_TOKEN, type RunningApp, startApp } from './support/app.js';
import { Client } from './support/client.js';
import { givenAccount } from './support/given.js';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly requirement: Requirement | undefined;
}

let running: RunningApp;
let routes: readonly Route[];

beforeAll(async () => {
  running = await startApp();
  routes = everyRoute();
});

/** Every handler of every controller of the running application. */
function everyRoute(): Route[] {
  const scanner = new MetadataScanner();
  const found: Route[] = [];
  for (const module of running.app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const base: unknown = Reflect.getMetadata(PATH_METADATA, metatype);
      for (const name of scanner.getAllMethodNames(metatype.prototype as object)) {
        const handler = (metatype.prototype as Record<string, () => unknown>)[name] as () => unknown;
        const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
        if (method === undefined) continue;
        for (const path of [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat()) {
          found.push({
            method: RequestMethod[method as number] as string,
            path: `/${[base, path].join('/')}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'),
            requirement: Reflect.getMetadata(REQUIREMENT, handler) as Requirement | undefined,
          });
        }
      }
    }
  }
  return found.toSorted((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`, 'en'));
}

function says(requirement: Requirement | undefined): string {
  if (requirement === undefined) return 'NOTHING: refused by the guard';
  return requirement.kind === 'feature' ? requirement.features.join(' + ') : requirement.kind;
}

test('every route says what it needs', () => {
  expect(routes.length).toBeGreaterThan(20);
  expect(routes.filter(({ requirement }) => requirement === undefined)).toEqual([]);
});

test('the list of routes and their requirements is the reviewed one', async () => {
  const list = routes.map(({ method, path, requirement }) => `${method} ${path} → ${says(requirement)}\n`);
  await expect(list.join('')).toMatchFileSnapshot('./routes.snapshot.txt');
});

test('no route but the dashboard’s own is taken for a page of the dashboard, by the server or the service worker', () => {
  const others = routes.filter(({ path }) => !SERVER_PATHS.test(path)).map(({ path }) => path);
  expect(others.filter((path) => !/\.\w+$/.test(path))).toEqual(['/', '/*']);
});

test('without a session, only public routes answer with anything but 401', async () => {
  const stranger = new Client(running.url);
  for (const { method, path, requirement } of routes) {
    if (requirement?.kind === 'public') continue;
    const { status, body } = await stranger.request(method, path.replaceAll(/:\w+/g, 'x'));
    expect([method, path, status, body.code]).toEqual([method, path, 401, 'unauthenticated']);
  }
});

test('a model without the feature gets 403 with the models that have it, and never 200', async () => {
  for (const plan of PLANS) {
    const owner = await givenAccount(running, { plan });
    const client = await owner.signIn();
    for (const { method, path, requirement } of routes) {
      if (requirement?.kind !== 'feature') continue;
      const lacking = requirement.features.find((feature) => !planHas(plan, feature));
      if (lacking === undefined) continue;
      const { status, body } = await client.request(method, path.replace(':card', owner.slugs[0] as string));
      expect([plan, path, status, body.code, body.feature]).toEqual([
        plan,
        path,
        403,
        'plan_required',
        lacking,
      ]);
      expect(body.plans).not.toHaveLength(0);
    }
  }
});

test('another account’s card is not told apart from one that does not exist', async () => {
  const owner = await givenAccount(running, { plan: 'multi-cartes' });
  const other = await givenAccount(running);
  const client = await owner.signIn();
  const { body: me } = await (await other.signIn()).get('/api/me');
  for (const { method, path, requirement } of routes) {
    if (!path.includes(':card') || requirement?.kind !== 'feature') continue;
    if (!requirement.features.every((feature) => planHas('multi-cartes', feature))) continue;
    const answers = [];
    for (const key of [other.slugs[0] as string, me.cards[0].id as string, 'no-such-card', '%00', "x'--"]) {
      const { status, body } = await client.request(method, path.replace(':card', encodeURIComponent(key)));
      answers.push([status, body]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(answers[0]).toMatchObject([404, { code: 'not_found' }]);
  }
});

test('the admin API does not exist without ADMIN_TOKEN, and takes no other token', async () => {
  const closed = await startApp({ ADMIN_TOKEN: '' }, running.config.databaseUrl);
  const authorization = (token: string) => ({ authorization: `Bearer ${token}` });
  const without = await new Client(closed.url).get('/api/admin/accounts', authorization(ADMIN_TOKEN));
  expect([without.status, without.body.code]).toEqual([404, 'not_found']);
  const stranger = new Client(running.url);
  for (const token of ['', 'undefined', `${ADMIN_TOKEN}x`, ADMIN_TOKEN.slice(1)]) {
    expect((await stranger.get('/api/admin/accounts', authorization(token))).status).toBe(401);
  }
  expect((await stranger.get('/api/admin/accounts', authorization(ADMIN_TOKEN))).status).toBe(200);
});

test('the OpenAPI document names every route of the contract with its answer', async () => {
  const { body } = await new Client(running.url).get('/api/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  const described = routes.filter(({ path }) => path.startsWith('/api/') && !path.startsWith('/api/auth'));
  for (const { method, path } of described.filter((route) => route.method !== 'OPTIONS')) {
    const operation = body.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    expect(operation, `${method} ${path}`).toBeDefined();
    const [status, answer] = Object.entries(operation.responses)[0] as [string, { content?: object }];
    expect(status === '204' || answer.content !== undefined, `${method} ${path} has no answer`).toBe(true);
  }
  expect(body.components.schemas.TrackRequest).toBeDefined();
});
