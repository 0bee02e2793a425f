/** Plays `traffic.ts` to two instances of the application, while their clock goes through the months of it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { Plan } from '@num-ecard/contracts/plans';
import { Ingest } from '../../src/tracking/ingest/ingest.service.js';
import { ensurePartitions } from '../../src/tracking/store/partitions.js';
import { StoreUpkeep } from '../../src/tracking/store/store-upkeep.js';
import { UsageClosing } from '../../src/tracking/store/usage-closing.js';
import { UsageRebuild } from '../../src/tracking/store/usage-rebuild.js';
import { afterFile } from './after-file.js';
import { type RunningApp, startApp } from './app.js';
import { Client } from './client.js';
import { type GivenAccount, givenAccount } from './given.js';
import { cityDatabase } from './mmdb.js';
import { Recount } from './recount.js';
import type { LinkLabels } from './recount-answers.js';
import {
  asRequest,
  type Delivery,
  inLots,
  type Planned,
  randomTraffic,
  TRAFFIC_NETWORKS,
} from './traffic.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const AT_ONCE = 120;

interface Wanted extends Pick<Planned, 'spells' | 'moments'> {
  readonly plan: Plan;
  readonly timezone: string;
  readonly cards: number;
}

/** Where the clock is when all has arrived; no cron job of the applications is due in the hour around it. */
export const NOW = Date.parse('2028-04-12T13:40:00Z');
const BEFORE_ALL = Date.parse('2027-09-20T00:40:00Z');
/** From here on requests arrive over HTTP. */
const HTTP_FROM = Date.parse('2028-04-11T08:00:00Z');
/**
 * Until here the days are closed as time passes; what comes after stays open until the test says otherwise, and is summed up over
 * several cards as it comes.
 */
const CLOSED_UNTIL = Date.parse('2028-02-10T00:00:00Z');

/** Everything is counted anew while visits go on. */
const REBUILT_AT = ['2027-10-31T12:00:00Z', '2027-12-31T20:00:00Z', '2028-03-26T06:00:00Z'].map((time) =>
  Date.parse(time),
);

/** Both changes of the clock, a leap day, a year's end, half-hour offsets, midnights to the millisecond. */
const WANTED = {
  paris: {
    plan: 'multi-cartes',
    timezone: 'Europe/Paris',
    cards: 4,
    spells: [
      ['2027-10-29T00:00:00Z', '2027-11-03T00:00:00Z', 200],
      ['2027-12-30T00:00:00Z', '2028-01-05T00:00:00Z', 180],
      ['2028-02-27T12:00:00Z', '2028-03-02T00:00:00Z', 160],
      ['2028-03-24T00:00:00Z', '2028-03-28T00:00:00Z', 180],
      ['2028-04-10T20:00:00Z', '2028-04-12T13:00:00Z', 110],
    ],
    moments: [
      '2027-10-30T22:00:00Z',
      '2027-10-31T00:30:00Z',
      '2027-10-31T01:30:00Z',
      '2027-10-31T22:59:59.999Z',
      '2027-10-31T23:00:00Z',
      '2027-12-31T22:59:59.999Z',
      '2027-12-31T23:00:00Z',
      '2028-02-28T22:59:59.999Z',
      '2028-02-28T23:00:00Z',
      '2028-02-29T22:59:59.999Z',
      '2028-02-29T23:00:00Z',
      '2028-03-26T00:59:59.999Z',
      '2028-03-26T01:00:00Z',
      '2028-03-26T21:59:59.999Z',
      '2028-03-31T22:00:00Z',
    ],
  },
  kolkata: {
    plan: 'multi-cartes',
    timezone: 'Asia/Kolkata',
    cards: 2,
    spells: [
      ['2027-12-30T00:00:00Z', '2028-01-04T00:00:00Z', 60],
      ['2028-02-20T00:00:00Z', '2028-03-25T00:00:00Z', 260],
      ['2028-04-11T00:00:00Z', '2028-04-12T13:00:00Z', 30],
    ],
    moments: [
      '2027-12-31T18:29:59.999Z',
      '2027-12-31T18:30:00Z',
      '2028-02-28T18:30:00Z',
      '2028-02-29T18:29:59.999Z',
    ],
  },
  auckland: {
    plan: 'force-de-vente',
    timezone: 'Pacific/Auckland',
    cards: 1,
    spells: [
      ['2027-09-24T00:00:00Z', '2027-09-28T00:00:00Z', 60],
      ['2028-03-30T00:00:00Z', '2028-04-05T00:00:00Z', 110],
      ['2028-04-11T00:00:00Z', '2028-04-12T13:00:00Z', 30],
    ],
    moments: [
      '2027-09-25T11:59:59.999Z',
      '2027-09-25T14:00:00Z',
      '2028-04-01T13:30:00Z',
      '2028-04-01T14:30:00Z',
    ],
  },
  martinique: {
    plan: 'premium',
    timezone: 'America/Martinique',
    cards: 1,
    spells: [
      ['2027-12-28T00:00:00Z', '2028-01-04T00:00:00Z', 60],
      ['2028-04-10T00:00:00Z', '2028-04-12T13:00:00Z', 30],
    ],
    moments: ['2028-01-01T03:59:59.999Z', '2028-01-01T04:00:00Z'],
  },
} as const satisfies Readonly<Record<string, Wanted>>;

export type AccountName = keyof typeof WANTED;

export interface OwnAccount {
  readonly name: AccountName;
  readonly given: GivenAccount;
  readonly plan: Plan;
  timezone: string;
  readonly cards: readonly string[];
  /** The owner, signed in on the first instance. */
  readonly owner: Client;
}

export interface World {
  readonly instances: readonly [RunningApp, RunningApp];
  readonly accounts: Readonly<Record<AccountName, OwnAccount>>;
  readonly deliveries: readonly Delivery[];
  readonly recount: Recount;
  /** Answers of the application that are not what the recount expects. */
  readonly wrongAnswers: readonly string[];
  /** Rows that the nights' reconciliations found to differ. */
  readonly drift: number;
  /** Of the named links that an account has. */
  linkLabels(account: OwnAccount): LinkLabels;
}

/** The applications' clock stands still, and only moves when a test moves it: then times are exact over HTTP too. */
export function stopClockAt(time: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: time });
}

/** @param seed of the traffic */
export async function playTraffic(seed: number): Promise<World> {
  stopClockAt(BEFORE_ALL);
  afterFile(() => vi.useRealTimers());
  const folder = await mkdtemp(join(tmpdir(), 'num-ecard-traffic-'));
  afterFile(() => rm(folder, { recursive: true, force: true }));
  const places = join(folder, 'places.mmdb');
  await writeFile(places, cityDatabase(TRAFFIC_NETWORKS));
  const first = await startApp({ GEOIP_DATABASE: places });
  const second = await startApp({ GEOIP_DATABASE: places }, first.config.databaseUrl);
  const accounts = Object.fromEntries(
    await Promise.all(
      (Object.keys(WANTED) as AccountName[]).map(async (name) => {
        const { plan, timezone, cards } = WANTED[name];
        const given = await givenAccount(first, { plan, timezone, cards });
        const account: OwnAccount = {
          name,
          given,
          plan,
          timezone,
          cards: given.slugs,
          owner: new Client(first.url),
        };
        return [name, account] as const;
      }),
    ),
  ) as Record<AccountName, OwnAccount>;
  const planned = Object.values(accounts).map(({ name, cards }) => ({
    account: name,
    cards,
    spells: WANTED[name].spells,
    moments: WANTED[name].moments,
  }));
  const deliveries = randomTraffic(seed, planned, HTTP_FROM).filter(({ at }) => at <= NOW);
  const recount = new Recount(
    new Map(Object.values(accounts).map(({ name, timezone }) => [name as string, timezone])),
  );
  await nameLinks(first, accounts.paris);
  const world = { instances: [first, second] as const, accounts, recount };
  const inHistory = deliveries.filter(({ at }) => at < HTTP_FROM);
  const history = await playHistory(world, inHistory);
  const overHttp = await playHttp(world, deliveries.slice(inHistory.length));
  vi.setSystemTime(NOW);
  return {
    ...world,
    deliveries,
    wrongAnswers: [...history.wrong, ...overHttp],
    drift: history.drift,
    linkLabels: ({ name }) => (name === 'paris' ? LABELS : new Map()),
  };
}

/** Of the codes that visits come with, some are a link's, the others a link's that was deleted. */
const LABELS: LinkLabels = new Map([['salon-lyon', 'Salon de Lyon']]);

async function nameLinks({ dataSource }: RunningApp, { given, cards }: OwnAccount): Promise<void> {
  for (const [code, label] of LABELS) {
    await dataSource.query(
      `INSERT INTO named_links (account_id, card_id, code, label)
       SELECT account_id, card_id, $3, $4 FROM cards WHERE account_id = $1 AND slug = ANY ($2)`,
      [given.id, cards, code, label],
    );
  }
}

type Stage = Pick<World, 'instances' | 'accounts' | 'recount'>;

/** Straight to the ingest, which takes the time of arrival; the nights' jobs run in between, as time passes. */
async function playHistory(
  stage: Stage,
  deliveries: readonly Delivery[],
): Promise<{ wrong: string[]; drift: number }> {
  const { instances, accounts, recount } = stage;
  const ingests = instances.map(({ app }) => app.get(Ingest));
  const upkeep = instances[0].app.get(StoreUpkeep);
  const closing = instances[0].app.get(UsageClosing);
  const wrong: string[] = [];
  let drift = 0;
  let before = 0;
  let nextJobs = 0;
  for (const lot of inLots(deliveries, AT_ONCE)) {
    const last = lot.at(-1)?.at ?? 0;
    vi.setSystemTime(last);
    const answers = await Promise.all(
      lot.map((delivery) => {
        const { address, userAgent, country, region, city } = delivery.person;
        return (ingests[delivery.instance] as Ingest).take(
          asRequest(delivery),
          {
            userAgent,
            address,
            place: () => ({ country, region, city }),
            purpose: delivery.dropped === 'prefetch' ? 'prefetch' : '',
            measured: delivery.dropped !== 'opted_out',
            signedInAccountId: signedIn(accounts, delivery)?.given.id ?? null,
          },
          new Date(delivery.at),
        );
      }),
    );
    wrong.push(...differences(recount, lot, answers));
    if (last < nextJobs) continue;
    nextJobs = last + DAY / 2;
    await upkeep.destroySalts();
    // In the middle of visits, of which the instances remember what they stored.
    if (REBUILT_AT.some((time) => time > before && time <= last)) {
      const rebuild = instances[1].app.get(UsageRebuild);
      for (const { given } of Object.values(accounts)) await rebuild.rebuild(given.id, new Date());
    }
    before = last;
    await upkeep.forgetWaiting(new Date());
    drift += await closing.closeDays(new Date(Math.min(last, CLOSED_UNTIL)));
    // Some months get a partition, the others stay in the default one.
    if (last > Date.parse('2028-03-25T00:00:00Z')) {
      await ensurePartitions(instances[0].dataSource, new Date('2028-03-01T00:00:00Z'), new Date());
    }
  }
  return { wrong, drift };
}

async function playHttp(stage: Stage, deliveries: readonly Delivery[]): Promise<string[]> {
  const { instances, accounts, recount } = stage;
  vi.setSystemTime(HTTP_FROM);
  for (const { given, owner } of Object.values(accounts)) await signIn(owner, given);
  const wrong: string[] = [];
  for (const lot of inLots(deliveries, 1_000).flatMap(byTime)) {
    vi.setSystemTime(lot[0]?.at ?? 0);
    const answers = await Promise.all(
      lot.map(async (delivery) => {
        const { address, userAgent } = delivery.person;
        const owner = signedIn(accounts, delivery)?.owner;
        const { status, body } = await new Client(instances[delivery.instance].url, {}).post(
          '/api/track',
          { ...asRequest(delivery) },
          {
            'x-forwarded-for': `192.0.2.99, ${address}`,
            'user-agent': userAgent,
            ...(delivery.dropped === 'prefetch' ? { 'sec-purpose': 'prefetch;prerender' } : {}),
            ...(delivery.dropped === 'opted_out' ? { 'sec-gpc': '1' } : {}),
            ...(owner === undefined ? {} : { cookie: owner.cookieHeader() }),
          },
        );
        return status === 202 ? body : { status, body };
      }),
    );
    wrong.push(...differences(recount, lot, answers));
  }
  return wrong;
}

export async function signIn(owner: Client, { email }: GivenAccount): Promise<void> {
  await owner.signIn(email, 'a password of the tests');
}

/** Who is signed in on the device: the card's owner when that is why it does not count, now and then another. */
function signedIn(accounts: World['accounts'], delivery: Delivery): OwnAccount | undefined {
  if (delivery.dropped === 'owner') return accounts[delivery.account as AccountName];
  if (delivery.at % 7 !== 0) return undefined;
  return Object.values(accounts).find(({ name }) => name !== delivery.account);
}

/** Of one moment each: that is what the clock shows. */
function byTime(lot: readonly Delivery[]): Delivery[][] {
  return [...new Set(lot.map(({ at }) => at))].map((time) => lot.filter(({ at }) => at === time));
}

/** Of one id that comes several times in a lot, any may be the one that is accepted: only the lot's sum is certain. */
function differences(recount: Recount, lot: readonly Delivery[], answers: readonly unknown[]): string[] {
  const sum = (all: readonly { accepted?: number; ignored?: number }[]): string =>
    JSON.stringify([
      all.reduce((total, { accepted = Number.NaN }) => total + accepted, 0),
      all.reduce((total, { ignored = Number.NaN }) => total + ignored, 0),
    ]);
  const expected = sum(lot.map((delivery) => recount.arrived(delivery)));
  const told = sum(answers as { accepted?: number; ignored?: number }[]);
  if (expected === told) return [];
  return [`${new Date(lot[0]?.at ?? 0).toISOString()}: ${told} instead of ${expected}`];
}
