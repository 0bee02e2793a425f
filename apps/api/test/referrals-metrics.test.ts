/** The figures of a month and the best ambassadors, against a recount of the histories that is written here once more. */
import { randomUUID } from 'node:crypto';
import type { Ambassador, RankedAmbassadors } from '@num-ecard/contracts/referral-ambassadors';
import type { HistoryItem, RecommendationRecord } from '@num-ecard/contracts/referral';
import type { ReferralMetrics, ReferralTrend } from '@num-ecard/contracts/referral-metrics';
import { LOST_REASONS, type LostReason, type Status } from '@num-ecard/contracts/referral-vocabulary';
import { beforeAll, describe, expect, test } from 'vitest';
import { ReferralStatistics } from '../src/referral/index.js';
import { type RunningApp, startApp } from './support/app.js';
import type { Client } from './support/client.js';
import { type GivenAccount, givenAccount } from './support/given.js';
import { givenReferrals, type WantedReferral } from './support/given-referrals.js';
import { countMailTo, mailTo } from './support/mailbox.js';
import { readQr } from './support/read-qr.js';

const BASE = '/api/recommendations';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});

async function givenOwner(timezone?: string): Promise<{ owner: GivenAccount; client: Client }> {
  const owner = await givenAccount(running, {
    plan: 'force-de-vente',
    ...(timezone === undefined ? {} : { timezone }),
  });
  return { owner, client: await owner.signIn() };
}

/** Numbers from 0 to 1 that are the same on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('for any histories', () => {
  const TIMEZONE = 'America/Martinique';
  const next = random(20261126);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  let owner: GivenAccount;
  let client: Client;
  let records: RecommendationRecord[];

  beforeAll(async () => {
    ({ owner, client } = await givenOwner(TIMEZONE));
    const ids = await givenReferrals(
      running,
      owner,
      Array.from({ length: 40 }, () => ({ receivedAt: new Date(Date.now() - Math.floor(next() * 3 * DAY)) })),
    );
    for (const id of ids) {
      await randomHistory(`${BASE}/${id}`);
      await moveIntoPast(id, Math.floor(next() * 400 * DAY));
    }
    records = await Promise.all(
      ids.map(async (id) => (await client.get(`${BASE}/${id}`)).body as RecommendationRecord),
    );
  });

  async function randomHistory(path: string): Promise<void> {
    for (let step = Math.floor(next() * 6); step > 0; step -= 1) {
      const record = (await client.get(path)).body as RecommendationRecord;
      const correctable = record.history.filter((item) => item.correctable);
      const to = pick(record.moves);
      const { status } =
        correctable.length > 0 && next() < 0.3
          ? await client.post(`${path}/corrections`, { of: pick(correctable).id, expected: record.status })
          : await client.post(`${path}/status`, {
              expected: record.status,
              to,
              ...(to === 'lost' && next() < 0.8 ? { reason: pick(LOST_REASONS) } : {}),
              ...(to === 'converted' && next() < 0.8 ? { valueCents: Math.floor(next() * 100_000) } : {}),
            });
      expect(status).toBe(200);
    }
  }

  /** As if all of it had happened so much earlier. */
  async function moveIntoPast(id: string, milliseconds: number): Promise<void> {
    const shift = (column: string) => `${column} = ${column} - $2 * interval '1 millisecond'`;
    const columns = ['received_at', 'contacted_at', 'appointment_at', 'converted_at', 'lost_at'];
    await running.dataSource.query(
      `UPDATE recommendations SET ${columns.map(shift).join(', ')} WHERE recommendation_id = $1`,
      [id, milliseconds],
    );
    await running.dataSource.query(
      `UPDATE recommendation_history SET ${shift('at')} WHERE recommendation_id = $1`,
      [id, milliseconds],
    );
  }

  test('the state is what the moves that stand make of it', () => {
    for (const record of records) {
      const { status, contactedAt, appointmentAt, convertedAt, lostAt, lostReason, valueCents } = record;
      expect({ status, contactedAt, appointmentAt, convertedAt, lostAt, lostReason, valueCents }).toEqual(
        recount(record.history),
      );
    }
    expect(new Set(records.map(({ status }) => status)).size).toBe(5);
    expect(records.some(({ history }) => history.some(({ takenBack }) => takenBack))).toBe(true);
  });

  test('each of twelve months is what a recount says, and so is the trend', async () => {
    const { months } = (await client.get(`${BASE}/trend`)).body as ReferralTrend;
    expect(months).toHaveLength(12);
    expect(months.reduce((sum, { cohort }) => sum + cohort.received, 0)).toBeGreaterThan(20);
    for (const figures of months) {
      expect(figures).toEqual(recountMonth(records, figures.month, TIMEZONE));
      const { body } = await client.get(`${BASE}/metrics?month=${figures.month}`);
      expect(body as ReferralMetrics).toEqual(figures);
      const { received, contacted, converted } = figures.cohort;
      expect(received >= contacted && contacted >= converted).toBe(true);
    }
    expect((await client.get(`${BASE}/metrics`)).body).toEqual(months.at(-1));
  });

  test('the facade tells other modules the same', async () => {
    const statistics = running.app.get(ReferralStatistics);
    const account = { id: owner.id, timezone: TIMEZONE };
    const { months } = (await client.get(`${BASE}/trend`)).body as ReferralTrend;
    const last = months.at(-1) as ReferralMetrics;
    expect(await statistics.trend(account, last.month)).toEqual({ months });
    expect(await statistics.metrics(account, last.month)).toEqual(last);
    const days = { from: '2025-01-01', to: '2027-12-31' };
    const { body } = await client.get(`${BASE}/ambassadors?from=${days.from}&to=${days.to}`);
    expect(await statistics.ambassadors(account, days)).toEqual(body);
  });

  test('the list has as many as each figure says', async () => {
    const { months } = (await client.get(`${BASE}/trend`)).body as ReferralTrend;
    for (const { month, cohort, activity } of months) {
      const [year = 0, number = 1] = month.split('-').map(Number);
      const days = `from=${month}-01&to=${new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)}`;
      const counted = async (query: string): Promise<number> => {
        const { body } = await client.get(`${BASE}?limit=200&${days}&${query}`);
        return body.items.length as number;
      };
      expect(await counted('')).toBe(cohort.received);
      expect(await counted('reached=contacted')).toBe(cohort.contacted);
      expect(await counted('reached=appointment')).toBe(cohort.appointments);
      expect(await counted('reached=converted')).toBe(cohort.converted);
      expect(await counted('reached=lost')).toBe(cohort.lost);
      expect(await counted('dated=contacted')).toBe(activity.contacted);
      expect(await counted('dated=converted')).toBe(activity.converted);
    }
  });
});

/** What a history makes of a record, told another way than the rules tell it. */
function recount(history: readonly HistoryItem[]) {
  const gone = new Set<string | null>();
  for (let index = history.length - 1; index >= 0; index -= 1) {
    const { kind, id, of } = history[index] as HistoryItem;
    if (kind === 'correction' && !gone.has(id)) gone.add(of);
  }
  const moves = history.filter(({ kind, id }) => kind === 'move' && !gone.has(id));
  const talked = new Set<LostReason | null>(['refused', 'price', 'competitor', 'no_need']);
  const first = (wanted: (item: HistoryItem) => boolean): string | null => moves.find(wanted)?.at ?? null;
  const last = moves.at(-1);
  const status: Status = last?.to ?? 'new';
  return {
    status,
    contactedAt: first(({ to, reason }) => to !== 'lost' || talked.has(reason)),
    appointmentAt: first(({ to }) => to === 'appointment'),
    convertedAt: status === 'converted' ? (last?.at ?? null) : null,
    lostAt: status === 'lost' ? (last?.at ?? null) : null,
    lostReason: status === 'lost' ? (last?.reason ?? null) : null,
    valueCents: status === 'converted' ? (last?.valueCents ?? null) : null,
  };
}

function recountMonth(
  records: readonly RecommendationRecord[],
  month: string,
  timeZone: string,
): ReferralMetrics {
  const clock = new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: '2-digit' });
  const isIn = (at: string | null): boolean => at !== null && clock.format(new Date(at)) === month;
  const all = records.map(({ receivedAt, history }) => ({ receivedAt, ...recount(history) }));
  const cohort = all.filter(({ receivedAt }) => isIn(receivedAt));
  const count = (key: 'contactedAt' | 'appointmentAt' | 'convertedAt' | 'lostAt'): number =>
    cohort.filter((record) => record[key] !== null).length;
  const waited = cohort
    .flatMap(({ receivedAt, contactedAt }) =>
      contactedAt === null ? [] : [(Date.parse(contactedAt) - Date.parse(receivedAt)) / HOUR],
    )
    .toSorted((a, b) => a - b);
  const share = (part: number) => (cohort.length === 0 ? null : part / cohort.length);
  return {
    month,
    cohort: {
      received: cohort.length,
      contacted: count('contactedAt'),
      appointments: count('appointmentAt'),
      converted: count('convertedAt'),
      lost: count('lostAt'),
      rate: share(count('convertedAt')),
    },
    activity: {
      contacted: all.filter(({ contactedAt }) => isIn(contactedAt)).length,
      converted: all.filter(({ convertedAt }) => isIn(convertedAt)).length,
    },
    medianHoursToContact: waited[Math.floor((waited.length - 1) / 2)] ?? null,
    contactedWithin24h: share(waited.filter((hours) => hours <= 24).length),
    convertedValueCents: cohort.reduce((sum, { valueCents }) => sum + (valueCents ?? 0), 0),
  };
}

test('the story: five received, three contacted, one converted, 20 %', async () => {
  const { owner, client } = await givenOwner();
  const ids = await givenReferrals(
    running,
    owner,
    Array.from({ length: 5 }, () => ({ receivedAt: new Date() })),
  );
  const move = (id: string | undefined, expected: Status, to: Status) =>
    client.post(`${BASE}/${id}/status`, { expected, to });
  await move(ids[0], 'new', 'contacted');
  await move(ids[1], 'new', 'contacted');
  await move(ids[2], 'new', 'contacted');
  await move(ids[2], 'contacted', 'appointment');
  await move(ids[2], 'appointment', 'converted');
  await client.post(`${BASE}/${ids[3]}/status`, { expected: 'new', to: 'lost', reason: 'unreachable' });
  await givenReferrals(running, owner, [{ held: 'suspicious' }, { held: 'objection' }]);
  const { body } = await client.get(`${BASE}/metrics`);
  expect(body).toMatchObject({
    cohort: { received: 5, contacted: 3, appointments: 1, converted: 1, lost: 1, rate: 0.2 },
    activity: { contacted: 3, converted: 1 },
    contactedWithin24h: 0.6,
  });
});

test('none received is a rate of none, and a month that is none is refused', async () => {
  const { client } = await givenOwner();
  expect((await client.get(`${BASE}/metrics?month=2026-02`)).body).toMatchObject({
    cohort: { received: 0, rate: null },
    medianHoursToContact: null,
    contactedWithin24h: null,
  });
  for (const month of ['2026-13', '2026', '0000-01', 'x']) {
    for (const path of ['metrics', 'trend'])
      expect((await client.get(`${BASE}/${path}?month=${month}`)).status).toBe(400);
  }
});

describe('ambassadors', () => {
  const by = (name: string) => ({ id: randomUUID(), name, email: `${randomUUID()}@example.test` });

  /** Received in a period, of which some were contacted and some of those converted. */
  function recommended(
    ambassador: object,
    received: number,
    contacted: number,
    converted: number,
  ): WantedReferral[] {
    const at = new Date('2026-10-10T10:00:00Z');
    return Array.from({ length: received }, (_, index) => ({
      ambassador,
      receivedAt: at,
      contactedAt: index < contacted ? at : null,
      convertedAt: index < converted ? at : null,
      valueCents: index < converted ? '1000' : null,
    }));
  }

  test('share a rank when they are equal, and are ranked by the period alone', async () => {
    const { owner, client } = await givenOwner();
    const [ann, bea, cid, dan] = [by('Ann'), by('Béa'), by('Cid'), by('Dan')];
    await givenReferrals(running, owner, [
      ...recommended(dan, 9, 1, 0),
      ...recommended(cid, 3, 2, 1),
      ...recommended(bea, 3, 2, 1),
      ...recommended(ann, 2, 2, 2),
      {
        ambassador: dan,
        receivedAt: new Date('2026-11-10T10:00:00Z'),
        convertedAt: new Date(),
        contactedAt: new Date(),
      },
      { ambassador: ann, receivedAt: new Date('2026-10-10T10:00:00Z'), held: 'suspicious' },
    ]);
    const { body } = await client.get(`${BASE}/ambassadors?from=2026-10-01&to=2026-10-31`);
    const { ambassadors } = body as RankedAmbassadors;
    expect(
      ambassadors.map(({ rank, name, received, contacted, converted, valueCents }) => [
        rank,
        name,
        received,
        contacted,
        converted,
        valueCents,
      ]),
    ).toEqual([
      [1, 'Ann', 2, 2, 2, 2000],
      [2, 'Béa', 3, 2, 1, 1000],
      [2, 'Cid', 3, 2, 1, 1000],
      [4, 'Dan', 9, 1, 0, 0],
    ]);
    expect(ambassadors[0]).toMatchObject({ id: ann.id, email: ann.email, phone: null, thankedAt: null });
    const november = await client.get(`${BASE}/ambassadors?from=2026-11-01&to=2026-11-30`);
    expect(november.body.ambassadors).toMatchObject([{ rank: 1, name: 'Dan', converted: 1 }]);
    expect((await client.get(`${BASE}/ambassadors/${dan.id}`)).body).toMatchObject({
      received: 10,
      contacted: 2,
      converted: 1,
    });
  });

  test('of the same name are two', async () => {
    const { owner, client } = await givenOwner();
    await givenReferrals(running, owner, [{ ambassador: by('Marc') }, { ambassador: by('Marc') }]);
    expect((await client.get(`${BASE}/ambassadors`)).body.ambassadors).toMatchObject([
      { rank: 1, name: 'Marc', received: 1 },
      { rank: 1, name: 'Marc', received: 1 },
    ]);
  });

  test('are added with a link of their own before they recommend anybody', async () => {
    const { owner, client } = await givenOwner();
    const { status, body } = await client.post(`${BASE}/ambassadors`, {
      name: 'Zoé',
      phone: '06 12 34 56 78',
    });
    expect(status).toBe(201);
    const zoe = body as Ambassador;
    expect(zoe).toMatchObject({
      name: 'Zoé',
      email: null,
      phone: '+33612345678',
      phoneDisplay: '06 12 34 56 78',
      received: 0,
    });
    const slug = owner.slugs[0] as string;
    expect(zoe.links).toMatchObject([{ card: slug }]);
    const [link] = zoe.links as [Ambassador['links'][number]];
    expect(link.url).toMatch(new RegExp(`^${running.url}/c/${slug}\\?a=[\\w-]{22}#recommander$`));
    const png = await fetch(link.qrPng, { headers: { cookie: client.cookieHeader() } });
    expect(png.headers.get('content-type')).toBe('image/png');
    expect(readQr(Buffer.from(await png.arrayBuffer()))?.data).toBe(link.url);
    const svg = await client.get(new URL(link.qrSvg).pathname);
    expect([svg.status, svg.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect((await client.get(`${new URL(link.qrSvg).pathname}?card=another`)).status).toBe(404);

    await client.post(`${BASE}/ambassadors`, { name: 'Éric', email: 'ERIC@example.test' });
    const known = (await client.get(`${BASE}/ambassadors/all`)).body.ambassadors as {
      name: string;
      email: string;
    }[];
    expect(known.map(({ name }) => name)).toEqual(['Éric', 'Zoé']);
    expect(known[0]?.email).toBe('eric@example.test');
  });

  test('are known once by address or number, and not without either', async () => {
    const { client } = await givenOwner();
    await client.post(`${BASE}/ambassadors`, { name: 'Zoé', email: 'zoe@example.test', phone: '0612345678' });
    for (const again of [{ phone: '+33 6 12 34 56 78' }, { email: 'Zoe@example.test' }]) {
      const { status, body } = await client.post(`${BASE}/ambassadors`, { name: 'Autre', ...again });
      expect([status, body.code, body.reason]).toEqual([409, 'conflict', 'known']);
    }
    for (const [wanted, path] of [
      [{ name: 'X' }, 'email'],
      [{ name: 'X', phone: '12' }, 'phone'],
      [{ name: '', email: 'x@example.test' }, 'name'],
    ] as const) {
      const { status, body } = await client.post(`${BASE}/ambassadors`, wanted);
      expect([status, body.errors[0].path]).toEqual([400, path]);
    }
    const other = await givenOwner();
    expect(
      (await other.client.post(`${BASE}/ambassadors`, { name: 'Zoé', email: 'zoe@example.test' })).status,
    ).toBe(201);
  });

  test('are thanked by e-mail, in the owner’s own words, with the link to their page', async () => {
    const { owner, client } = await givenOwner();
    const marc = by('Marc <b>Petit</b>');
    await givenReferrals(running, owner, [{ ambassador: marc }]);
    const path = `${BASE}/ambassadors/${marc.id}`;
    const { status, body } = await client.post(`${path}/thanks`, {
      message: 'Merci Marc !\n<script>x</script>',
    });
    expect(status).toBe(200);
    expect(Date.parse(body.thankedAt)).toBeGreaterThan(Date.now() - HOUR);
    const mail = await mailTo(marc.email);
    expect(mail.subject).toBe('Merci pour votre recommandation');
    expect(mail.text).toMatch(/Merci Marc\s!/);
    expect(mail.html).toContain('&lt;script&gt;');
    expect(mail.link).toMatch(new RegExp(`^${running.url}/a/[\\w-]{22}$`));
    const [{ known }] = await running.dataSource.query(
      `SELECT count(*)::integer AS known FROM referral_links WHERE subject_id = $1 AND kind = 'ambassador'`,
      [marc.id],
    );
    expect(known).toBe(1);
    expect(await countMailTo(marc.email)).toBe(1);
  });

  test('without an address cannot be thanked', async () => {
    const { client } = await givenOwner();
    const added = await client.post(`${BASE}/ambassadors`, { name: 'Zoé', phone: '0612345678' });
    const { status, body } = await client.post(`${BASE}/ambassadors/${added.body.id}/thanks`, {});
    expect([status, body.code, body.reason]).toEqual([409, 'conflict', 'no_address']);
    expect((await client.get(`${BASE}/ambassadors/${added.body.id}`)).body.thankedAt).toBeNull();
  });

  test('of another account do not exist', async () => {
    const { owner } = await givenOwner();
    const marc = by('Marc');
    await givenReferrals(running, owner, [{ ambassador: marc }]);
    const { client } = await givenOwner();
    for (const id of [marc.id, randomUUID(), 'x']) {
      const path = `${BASE}/ambassadors/${id}`;
      const answers = await Promise.all([
        client.get(path),
        client.get(`${path}/qr.svg`),
        client.get(`${path}/qr.png`),
        client.post(`${path}/thanks`, {}),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    }
    expect((await client.get(`${BASE}/ambassadors`)).body.ambassadors).toEqual([]);
    expect((await client.get(`${BASE}/ambassadors/all`)).body.ambassadors).toEqual([]);
  });
});
