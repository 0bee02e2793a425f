// The load, in a process of its own so that it shares no event loop with what it measures. Its parent sends
// `{ url, seconds, connections, slugs }` and gets the round's figures back.
import { randomUUID } from 'node:crypto';
import { createHistogram, performance } from 'node:perf_hooks';
import autocannon from 'autocannon';
import { anyOf, between, visitorAddress, zipfPicker } from './random.mjs';
import { USER_AGENTS } from './user-agents.mjs';

const TARGETS = ['phone', 'email', 'whatsapp', 'linkedin', 'vcard', 'website'];
const REFERRERS = ['https://www.linkedin.com/', 'https://www.google.com/', 'https://l.instagram.com/', ''];
const MARKS = ['?s=qr', '?s=nfc', '?s=link', ''];
const ACCEPTED = '{"accepted":1,"ignored":0}';

// Visits whose view is acknowledged and whose click is still to come: so many that it comes within a second or so.
const VISITS_AT_ONCE = 2_000;

/** One beacon as the tracker sends it: half of them a view, half a click of a visit that was viewed before. */
function newBeacon(pick, visits) {
  const id = randomUUID();
  const seen = visits.length > VISITS_AT_ONCE || (visits.length > 0 && Math.random() < 0.5);
  if (seen) {
    const index = Math.floor(Math.random() * visits.length);
    const { card, visit, headers } = visits[index];
    visits[index] = visits.at(-1);
    visits.pop();
    const click = { id, type: 'click', age: between(0, 300), target: anyOf(TARGETS) };
    return { headers, body: JSON.stringify({ card, visit, events: [click] }) };
  }
  const card = pick();
  const visit = randomUUID();
  const url = `https://card.example/c/${card}${anyOf(MARKS)}`;
  const view = { id, type: 'view', age: between(0, 3_000), url, referrer: anyOf(REFERRERS) };
  const headers = newHeaders();
  return {
    headers,
    body: JSON.stringify({ card, visit, events: [view] }),
    viewed: { card, visit, headers },
  };
}

const newHeaders = () => ({
  'content-type': 'text/plain;charset=UTF-8',
  'user-agent': anyOf(USER_AGENTS),
  'x-forwarded-for': visitorAddress(),
  origin: 'https://card.example',
  'accept-language': 'fr-FR,fr;q=0.9,en;q=0.8',
});

/**
 * One round. Requests that are under way when it ends are cut off; they are sent again afterwards, so that of
 * every event it is known whether it was acknowledged.
 */
async function round({ url, seconds, connections, slugs }) {
  const pick = zipfPicker(slugs);
  const microseconds = createHistogram();
  const underWay = new Map();
  const visits = [];
  let acknowledged = 0;
  let others = 0;
  const request = {
    method: 'POST',
    path: '/api/track',
    setupRequest(options, context) {
      const { body, headers, viewed } = newBeacon(pick, visits);
      context.body = body;
      context.headers = headers;
      context.viewed = viewed;
      context.started = performance.now();
      underWay.set(body, context.headers);
      return { ...options, headers: { ...context.headers }, body };
    },
    onResponse(status, answer, context) {
      underWay.delete(context.body);
      microseconds.record(Math.max(1, Math.round((performance.now() - context.started) * 1000)));
      if (status === 202 && answer === ACCEPTED) {
        acknowledged += 1;
        if (context.viewed) visits.push(context.viewed);
      } else others += 1;
    },
  };
  const cpu = process.cpuUsage();
  const started = performance.now();
  const { errors, timeouts } = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [request],
    excludeErrorStats: true,
  });
  const elapsed = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const retried = await sendAgain(new URL('/api/track', url), underWay);
  return {
    acknowledged,
    others,
    errors: errors + timeouts,
    perSecond: acknowledged / elapsed,
    p50: microseconds.percentile(50) / 1000,
    p99: microseconds.percentile(99) / 1000,
    max: microseconds.max / 1000,
    loadCpuMicroseconds: user + system,
    retried,
  };
}

/** What was cut off may be stored or not: the same ids again settle it. @returns how many are acknowledged now */
async function sendAgain(url, underWay) {
  let retried = 0;
  for (const [body, headers] of underWay) {
    const response = await fetch(url, { method: 'POST', headers, body });
    const { accepted = 0, ignored = 0 } = await response.json();
    if (response.status === 202) retried += accepted + ignored;
  }
  return retried;
}

process.on('message', (wanted) => {
  void round(wanted).then(
    (figures) => process.send(figures),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.once('disconnect', () => process.exit(0));
