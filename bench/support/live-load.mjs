// Dashboards and visitors, in a process of their own so that they share no event loop with what they measure. The parent sends
// `{ open }`, `{ visit }` or `{ close }` and gets what came of it.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { anyOf, visitorAddress } from './random.mjs';
import { USER_AGENTS } from './user-agents.mjs';

/** Every dashboard: `{ slugs, close, heardAt, quietest }`. */
let streams = [];
/** By card: how many views were sent, and what waits until every stream says so many. */
const cards = new Map();
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function cardOf(slug) {
  const known = cards.get(slug) ?? { sent: 0, waiting: [], listeners: new Set() };
  cards.set(slug, known);
  return known;
}

/** Resolves once the state of every card of the account was told. */
function openStream(url, { cookie, slugs }) {
  const stream = { slugs, totals: new Map(), beatAt: 0, longestBeat: 0, over: false };
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/api/live`, { headers: { cookie }, agent: false }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`a stream answered ${response.statusCode}`));
      stream.close = () => asked.destroy();
      response.setEncoding('utf8');
      let rest = '';
      response.on('data', (chunk) => {
        const blocks = (rest + chunk).split('\n\n');
        rest = blocks.pop();
        for (const block of blocks) hear(stream, block);
        if (stream.totals.size === slugs.length) resolve(stream);
      });
      response.once('close', () => (stream.over = true));
      response.on('error', () => undefined);
    });
    asked.once('error', reject);
    asked.end();
  });
}

function hear(stream, block) {
  const now = performance.now();
  if (block.includes('event: heartbeat')) {
    if (stream.beatAt > 0) stream.longestBeat = Math.max(stream.longestBeat, now - stream.beatAt);
    stream.beatAt = now;
  }
  const data = /^event: usage\ndata: (.+)$/m.exec(block)?.[1];
  if (data === undefined) return;
  const { card, summary } = JSON.parse(data);
  stream.totals.set(card.slug, summary.views.total);
  const known = cardOf(card.slug);
  known.listeners.add(stream);
  // A beacon has arrived when the last of its dashboards says so.
  known.waiting = known.waiting.filter((wait) => {
    if (summary.views.total < wait.total || !wait.streams.delete(stream) || wait.streams.size > 0)
      return true;
    wait.told(now);
    return false;
  });
}

function beacon(url, slug) {
  const body = JSON.stringify({
    card: slug,
    visit: randomUUID(),
    events: [{ id: randomUUID(), type: 'view', age: 0, url: `https://card.example/c/${slug}?s=qr` }],
  });
  const headers = {
    'content-type': 'text/plain;charset=UTF-8',
    'user-agent': anyOf(USER_AGENTS),
    'x-forwarded-for': visitorAddress(),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/track`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Visits at a steady pace over the cards. @returns milliseconds from each acknowledgement until the last dashboard knew */
async function visit({ url, seconds, rate, slugs, patienceMs }) {
  const delays = [];
  const answers = [];
  const cpu = process.cpuUsage();
  const began = performance.now();
  for (const stream of streams) stream.longestBeat = 0;
  let refused = 0;
  const one = async (slug) => {
    const known = cardOf(slug);
    known.sent += 1;
    const status = await beacon(url, slug).catch(() => 0);
    if (status !== 202) {
      refused += 1;
      return;
    }
    const acknowledged = performance.now();
    // All that were sent by now: then this one is among them.
    const waitsFor = new Set([...known.listeners].filter(({ totals }) => totals.get(slug) < known.sent));
    delays.push(
      await new Promise((resolve) => {
        if (waitsFor.size === 0) resolve(0);
        const late = setTimeout(() => resolve(Infinity), patienceMs);
        const told = (at) => {
          clearTimeout(late);
          resolve(at - acknowledged);
        };
        known.waiting.push({ total: known.sent, streams: waitsFor, told });
      }),
    );
  };
  for (let index = 0; index < seconds * rate; index += 1) {
    const due = began + (index / rate) * 1_000;
    if (due > performance.now()) await sleep(due - performance.now());
    answers.push(one(slugs[index % slugs.length]));
  }
  const sentIn = (performance.now() - began) / 1_000;
  await Promise.all(answers);
  const { user, system } = process.cpuUsage(cpu);
  const broken = streams.filter(({ over }) => over).length;
  const longestBeat = Math.max(...streams.map((stream) => stream.longestBeat));
  return { delays, refused, sentIn, broken, longestBeat, cpuSeconds: (user + system) / 1e6 };
}

const COMMANDS = {
  async open({ url, wanted, spreadMs }) {
    const began = performance.now();
    const opened = wanted.map(async (one) => {
      await sleep(Math.random() * spreadMs);
      return openStream(url, one);
    });
    streams = await Promise.all(opened);
    // What was counted before is not what is waited for.
    for (const { totals } of streams) {
      for (const [slug, total] of totals) cardOf(slug).sent = Math.max(cardOf(slug).sent, total);
    }
    return { ms: performance.now() - began };
  },
  visit,
  async close() {
    for (const { close } of streams) close();
    streams = [];
    cards.clear();
    return {};
  },
};

process.on('message', ({ command, ...wanted }) => {
  COMMANDS[command](wanted).then(
    (answer) => process.send(answer),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.once('disconnect', () => process.exit(0));
