// How soon the dashboard can be used, and how fast it answers an owner of 200 cards, in a real Chromium.
import { arch, cpus, loadavg, platform, release } from 'node:os';
import { parseArgs } from 'node:util';
import { runBench } from './support/run-bench.mjs';
import { launchChromium } from './support/dashboard-browser.mjs';
import {
  INTERACTION_BOUND_MS,
  LEAST_TOLD_MS,
  measureInteractions,
} from './support/dashboard-interactions.mjs';
import { LOAD_BOUND_MS, measureLoads } from './support/dashboard-load.mjs';
import { printTable } from './support/print.mjs';
import { prepareAccounts } from './support/read-accounts.mjs';
import { daysUntil } from './support/read-choices.mjs';

const USAGE = `npm run bench -- dashboard [--events=50000] [--loads=7] [--rounds=3] [--profile=FOLDER]

  --events    of 200 cards over a year, and of one card
  --loads     first loads of each kind
  --rounds    pages on which everything is done once
  --profile   writes CPU profiles of each interaction there`;

const DAYS = 365;
/** How many times as slow as this machine's the page's processor is; the bound is for the first. */
const SLOWDOWNS = [1, 4];

function readArguments() {
  const { values } = parseArgs({
    options: {
      events: { type: 'string', default: '50000' },
      loads: { type: 'string', default: '7' },
      rounds: { type: 'string', default: '3' },
      profile: { type: 'string' },
    },
  });
  const whole = (name, least, most) => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new Error(`--${name} must be a whole number from ${least} to ${most}`);
    }
    return value;
  };
  return {
    events: whole('events', 10_000, 5_000_000),
    loads: whole('loads', 0, 100),
    rounds: whole('rounds', 0, 100),
    profile: values.profile,
  };
}

/** Of the last minute. What else runs on the machine shows in the times. */
const load = () => loadavg()[0].toFixed(2);

const milliseconds = (value) => value.toFixed(0);

async function run(api, wanted) {
  console.log(
    `Machine: ${platform()} ${release()} ${arch()}, ${cpus().length} × ${cpus()[0].model}, Node ${process.versions.node}`,
  );
  console.log('Starting the API on an empty database …');
  await api.start();
  const { owners, today } = await prepareAccounts(api, { events: wanted.events, days: DAYS });
  const [oneCard, manyCards] = ['card', 'account'].map((about) =>
    owners.find((owner) => owner.size === 'large' && owner.about === about),
  );
  const browser = await launchChromium();
  try {
    console.log(`\nChromium ${browser.version()}, load ${load()}`);
    const missed = [
      ...(await measureFirstLoads(browser, api, wanted, [
        { name: 'one card', cookie: oneCard.cookie },
        { name: `${manyCards.account.cards.length} cards`, cookie: manyCards.cookie },
      ])),
      ...(await measureManyCards(browser, api, wanted, manyCards, today)),
    ];
    return report(api, missed);
  } finally {
    await browser.close();
    await api.stop();
  }
}

/** @returns {Promise<string[]>} what misses its bound */
async function measureFirstLoads(browser, api, { loads }, owners) {
  if (loads === 0) return [];
  console.log(`\n${loads} first loads of the signed-in overview each, on a phone's screen …`);
  const measured = await measureLoads(browser, api.url, owners, loads);
  printTable(
    [
      'medians',
      'requests',
      'JavaScript, KiB gzipped',
      'figures ms',
      'largest paint',
      'longest task',
      'usable ms',
      'slowest',
    ],
    measured.map((each) => [
      `${each.name}, ${each.situation}`,
      each.requests,
      each.kibibytes,
      ...['figures', 'largestPaint', 'longest', 'usable', 'slowest'].map((key) => milliseconds(each[key])),
    ]),
  );
  console.log(`  Measured; load ${load()}.`);
  return measured.flatMap(({ missed, name, usable }) =>
    missed ? [`${name}: usable after ${milliseconds(usable)} ms, at most ${LOAD_BOUND_MS}`] : [],
  );
}

/** @returns {Promise<string[]>} what misses its bound */
async function measureManyCards(browser, api, { rounds, profile }, { account, cookie }, today) {
  if (rounds === 0) return [];
  const [from] = daysUntil(today, DAYS);
  const address = `/cards?period=custom&from=${from}&to=${today}`;
  const missed = [];
  for (const slowdown of SLOWDOWNS) {
    console.log(
      `\n${account.cards.length} cards, ${DAYS} days, ${rounds} rounds with a processor ` +
        `${slowdown === 1 ? 'as fast as this machine’s' : `${slowdown} times as slow`} …`,
    );
    const wanted = { url: api.url, cookie, address, slowdown, rounds, profile };
    const measured = await measureInteractions(browser, wanted);
    printTable(
      [`from ${LEAST_TOLD_MS} ms on`, 'interactions', 'median ms', 'longest', 'long tasks', 'longest ms'],
      measured.map((each) => [
        each.name,
        each.told,
        milliseconds(each.median),
        milliseconds(each.longest),
        each.tasks,
        milliseconds(each.longestTask),
      ]),
    );
    console.log(`  Measured; load ${load()}.`);
    if (slowdown !== 1) continue;
    for (const each of measured) {
      if (each.missed)
        missed.push(`${each.name}: ${milliseconds(each.longest)} ms, at most ${INTERACTION_BOUND_MS}`);
    }
  }
  return missed;
}

function report(api, missed) {
  console.log('');
  for (const line of [...missed, ...api.faults]) console.log(`  ${line}`);
  const passed = missed.length === 0 && api.faults.length === 0;
  console.log(
    `${passed ? 'PASS' : 'FAIL'}: the overview can be used within ${LOAD_BOUND_MS} ms with a processor a quarter as fast, ` +
      `and no interaction takes longer than ${INTERACTION_BOUND_MS} ms`,
  );
  return passed ? 0 : 1;
}

await runBench({ usage: USAGE, readArguments, run });
