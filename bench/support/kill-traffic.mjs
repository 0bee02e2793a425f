import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { anyOf, between, visitorAddress } from './random.mjs';
import { USER_AGENTS } from './user-agents.mjs';

const TARGETS = ['phone', 'sms', 'email', 'whatsapp', 'linkedin', 'vcard', 'address', 'a-target-of-our-own'];
const HOUR = 3_600_000;
const ANSWER_WITHIN_MS = 15_000;
// Statuses at which the tracker keeps its events and sends them again.
const COME_BACK = new Set([429, 503]);

const ROBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const ENTRIES = [
  { url: 'https://bench.example/?s=qr' },
  { url: 'https://bench.example/?s=nfc' },
  { url: 'https://bench.example/?k=salon-lyon' },
  { url: 'https://bench.example/', referrer: 'https://www.linkedin.com/' },
  { url: 'https://bench.example/', referrer: 'https://annuaire.example/' },
  { url: 'https://bench.example/' },
];

/** Few enough that many come back on the same day. */
const PEOPLE = Array.from({ length: 300 }, (_, index) => ({
  index,
  address: index % 10 === 0 ? `2001:db8::${index.toString(16)}` : visitorAddress(),
  userAgent: USER_AGENTS[index % USER_AGENTS.length],
}));
// A visit sends several requests, some of them at the same time as others of its own.
const VISITS_GOING_ON = 150;

/** An event as it was told, with the moment it happened, which a retry must not move. */
function newEvent(now) {
  // Most have just happened; the others make sure that several days are counted.
  const happenedAt = now - (Math.random() < 0.7 ? between(0, 5_000) : between(0, 20 * HOUR));
  const id = randomUUID();
  const kind = Math.random();
  if (kind < 0.45) return { happenedAt, id, type: 'view', ...anyOf(ENTRIES) };
  if (kind < 0.85) return { happenedAt, id, type: 'click', target: anyOf(TARGETS) };
  return { happenedAt, id, type: 'engagement', engagedMs: between(1, 600_000) };
}

/**
 * Visitors over many connections. Each sends a request and, like the tracker, sends it again with the same event
 * ids until it is acknowledged: after no answer, 429 or 503. Nothing that was told is ever given up.
 */
export class KillTraffic {
  /** Every event of a person ever told to the API, by id, with its card's slug, its visit and who it was. */
  sent = new Map();
  /** The same of robots, which must be counted as dropped and as nothing else. */
  dropped = new Map();
  /** Visits of which more may be told. */
  goingOn = [];
  /** Ids of the events of acknowledged requests. */
  acknowledged = new Set();
  /** Attempts by what came of them. */
  outcomes = { acknowledged: 0, refused: 0, unknown: 0 };
  requests = 0;
  repeats = 0;
  /** Requests of which a part was accepted and a part not: there must be none. */
  partial = 0;
  /** Acknowledged on the first attempt, and yet not all accepted; or accepted a second time. */
  miscounted = 0;
  /** Told 503 or 429 and nothing else, and yet stored. */
  storedThoughRefused = 0;
  /** Answers that a valid request must never get. */
  faults = [];

  constructor(url, slugs, connections) {
    this.url = new URL('/api/track', url);
    this.slugs = slugs;
    this.connections = connections;
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
    this.stopping = false;
    this.givenUp = false;
  }

  start() {
    this.visitors = Array.from({ length: this.connections }, () => this.visit());
  }

  /** Sends nothing new any more and resolves once all that was sent is acknowledged. */
  async stop(withinMs) {
    this.stopping = true;
    const patience = new AbortController();
    const late = sleep(withinMs, 'late', { signal: patience.signal }).catch(() => undefined);
    const result = await Promise.race([Promise.all(this.visitors), late]);
    patience.abort();
    this.givenUp = true;
    this.agent.destroy();
    if (result === 'late') this.faults.push('requests were still unacknowledged when the time was up');
  }

  async visit() {
    while (!this.stopping) {
      const body = this.newBody();
      // The tracker may send a body a second time while the first is under way: when the page is being left.
      const twice = Math.random() < 0.02;
      const outcomes = await Promise.all(
        twice ? [this.deliver(body), this.deliver(body)] : [this.deliver(body)],
      );
      this.check(body, outcomes);
      if (outcomes.every((outcome) => outcome !== undefined) && Math.random() < 0.04) {
        this.repeats += 1;
        const again = await this.deliver(body);
        if (again !== undefined && again.accepted > 0) this.miscounted += 1;
      }
      await sleep(between(0, 40));
    }
  }

  newBody() {
    const now = Date.now();
    const robot = Math.random() < 0.03;
    const { card, visit, person } = robot ? this.newVisit() : this.anyVisit();
    const events = Array.from({ length: between(1, 5) }, () => newEvent(now));
    for (const event of events) {
      if (robot) this.dropped.set(event.id, { card, type: event.type });
      else this.sent.set(event.id, { ...event, card, visit, person: person.index });
    }
    this.requests += 1;
    return {
      card,
      visit,
      events,
      address: person.address,
      userAgent: robot ? ROBOT : person.userAgent,
      robot,
    };
  }

  anyVisit() {
    if (this.goingOn.length > 0 && Math.random() < 0.4) return anyOf(this.goingOn);
    const visit = this.newVisit();
    this.goingOn.push(visit);
    if (this.goingOn.length > VISITS_GOING_ON) this.goingOn.shift();
    return visit;
  }

  newVisit() {
    return { card: anyOf(this.slugs), visit: randomUUID(), person: anyOf(PEOPLE) };
  }

  check({ events, robot }, outcomes) {
    if (outcomes.some((outcome) => outcome === undefined)) return;
    const accepted = outcomes.reduce((sum, outcome) => sum + outcome.accepted, 0);
    if (robot) {
      if (accepted > 0) this.miscounted += 1;
      return;
    }
    const unknown = outcomes.some((outcome) => outcome.unknown);
    const refused = outcomes.some((outcome) => outcome.refused);
    if (accepted !== 0 && accepted !== events.length) this.partial += 1;
    else if (accepted === 0 && !unknown && refused) this.storedThoughRefused += 1;
    else if (accepted === 0 && !unknown) this.miscounted += 1;
  }

  /**
   * Sends a body until it is acknowledged.
   * @returns how many were accepted by the acknowledging answer, and what came before it; undefined after an answer
   *   that ends it for good
   */
  async deliver(body) {
    let unknown = false;
    let refused = false;
    for (let patience = 100; ; patience = Math.min(patience * 2, 1_000)) {
      const answer = await this.post(body).catch(() => undefined);
      if (answer?.status === 202) {
        this.outcomes.acknowledged += 1;
        if (!body.robot) for (const { id } of body.events) this.acknowledged.add(id);
        this.onAcknowledged?.();
        const { accepted, ignored } = JSON.parse(answer.text);
        if (accepted + ignored !== body.events.length) this.faults.push(`202 with ${answer.text}`);
        return { accepted, unknown, refused };
      }
      if (answer === undefined) {
        this.outcomes.unknown += 1;
        unknown = true;
      } else if (COME_BACK.has(answer.status)) {
        this.outcomes.refused += 1;
        refused = true;
        if (!/^\d+$/.test(answer.retryAfter ?? '')) this.faults.push(`${answer.status} without Retry-After`);
      } else {
        this.faults.push(`a valid request was answered ${answer.status}: ${answer.text.slice(0, 200)}`);
        return undefined;
      }
      if (this.givenUp) return undefined;
      // Shorter than a real visitor's patience, so that the load is back as soon as the service is.
      await sleep(patience * (0.5 + Math.random()));
    }
  }

  post({ card, visit, events, address, userAgent }) {
    const now = Date.now();
    const told = events.map(({ happenedAt, ...event }) => ({ ...event, age: Math.max(0, now - happenedAt) }));
    const body = JSON.stringify({ card, visit, events: told });
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        this.url,
        {
          method: 'POST',
          agent: this.agent,
          timeout: ANSWER_WITHIN_MS,
          headers: {
            'content-type': 'text/plain;charset=UTF-8',
            'content-length': Buffer.byteLength(body),
            'user-agent': userAgent,
            'x-forwarded-for': address,
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (part) => (text += part));
          response.on('error', reject);
          response.on('end', () =>
            resolve({ status: response.statusCode, retryAfter: response.headers['retry-after'], text }),
          );
        },
      );
      request.on('error', reject);
      request.on('timeout', () => request.destroy(new Error('no answer')));
      request.end(body);
    });
  }
}
