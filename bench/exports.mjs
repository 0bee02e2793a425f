// What long files cost: memory of the API, the first byte, and what goes on when nobody reads on; and whether they are right.
import { createReadStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse';
import { streamXlsxRows } from 'hucre/xlsx';
import { download, leave } from './support/export-download.mjs';
import { createAccount, signIn } from './support/operator.mjs';
import { number, printFigures, printTable } from './support/print.mjs';
import { givePast } from './support/read-accounts.mjs';
import { daysUntil } from './support/read-choices.mjs';
import { fillReferrals } from './support/referral-records.mjs';
import { runBench } from './support/run-bench.mjs';

const USAGE = `npm run bench -- exports [--visits=1000000] [--rows=200000] [--recommendations=200000]

  --visits            of the one account of 20 cards, over a year
  --rows              of the visits in the Excel file, at least, where there are as many
  --recommendations   of the other account`;

const BOUNDS = { growth: 150, firstByteMs: 1_000 };
const DAYS = 365;
const CARDS = 20;
/** Of five events. */
const VIEWS = 1.8 / 5;
/** Where whoever leaves has had enough. */
const LEAVES_AFTER_BYTES = 2 ** 20;

function readArguments() {
  const { values } = parseArgs({
    options: {
      visits: { type: 'string', default: '1000000' },
      rows: { type: 'string', default: '200000' },
      recommendations: { type: 'string', default: '200000' },
    },
  });
  const whole = (name, least = 10_000) => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least || value > 20_000_000) {
      throw new Error(`--${name} must be a whole number from ${least} to 20000000`);
    }
    return value;
  };
  return {
    // Packed, fewer would be sent before anybody can leave.
    visits: whole('visits', 200_000),
    rows: whole('rows'),
    recommendations: whole('recommendations'),
  };
}

const read = async (api, address, cookie) => {
  const response = await fetch(`${api.url}${address}`, { headers: { cookie, 'accept-language': 'fr' } });
  return response.json();
};

/** The first day of the shortest time that ends today and has that many visits, and how many it has. */
function spellOf(points, rows) {
  const spell = { from: points.at(-1).start, visits: 0 };
  for (const { start, views } of points.toReversed()) {
    if (spell.visits >= rows) break;
    spell.from = start;
    spell.visits += views;
  }
  return spell;
}

/** What a file of visits says, as a program of others reads it. */
async function sumsOf(file) {
  const sums = { lines: 0, engagedMs: 0, clicks: 0, countries: new Map() };
  const parser = createReadStream(file).pipe(parse({ columns: true, delimiter: ';', bom: true }));
  for await (const row of parser) {
    sums.lines += 1;
    sums.engagedMs += Math.round(Number(row['Temps passé (s)'].replace(',', '.')) * 1000);
    sums.clicks += Number(row['Clics']);
    const country = row['Code du pays'];
    sums.countries.set(country, (sums.countries.get(country) ?? 0) + 1);
  }
  return sums;
}

async function csvLines(file) {
  let lines = 0;
  for await (const _ of createReadStream(file).pipe(parse({ from_line: 2, delimiter: ';', bom: true })))
    lines += 1;
  return lines;
}

/** Rows of the sheet of visits: those that begin with a moment. */
async function xlsxVisits(file) {
  let lines = 0;
  for await (const { values } of streamXlsxRows(await readFile(file), { sheet: 'Visites' }))
    if (values[0] instanceof Date) lines += 1;
  return lines;
}

/** Compares a file's sums with what the API answers for the same days. @returns differences, in words */
async function compare(api, cookie, stats, period, sums) {
  const [trends, sources, geography] = await Promise.all(
    ['trends', 'sources', 'geography'].map((name) => read(api, `${stats(name)}${period}`, cookie)),
  );
  const pairs = [
    ['visits', sums.lines, trends.totals.views],
    ['engaged milliseconds', sums.engagedMs, trends.totals.engagedMs],
    // Those of visits: others are in the totals alone.
    ['clicks', sums.clicks, sources.sources.reduce((sum, { clicks }) => sum + clicks, 0)],
    ['visits from nowhere known', sums.countries.get('') ?? 0, geography.unknown],
    ...geography.countries.map(({ code, views }) => [
      `visits from ${code}`,
      sums.countries.get(code) ?? 0,
      views,
    ]),
  ];
  return {
    compared: pairs.length,
    differences: pairs
      .filter(([, told, expected]) => told !== expected)
      .map(([name, told, expected]) => `${name}: ${told} in the file, ${expected} by the API`),
  };
}

async function run(api, wanted) {
  await api.start();
  console.log(`${number(wanted.visits)} visits, ${number(wanted.recommendations)} recommendations …`);
  const referral = await createAccount(api, { plan: 'force-de-vente', cards: 1 });
  const referralCookie = await signIn(api, referral.email);
  const owner = { name: 'visits', cards: CARDS, events: Math.round(wanted.visits / VIEWS) };
  const today = await givePast(api, [owner], DAYS);
  const filling = await api.connect();
  await fillReferrals(filling, referral, { recommendations: wanted.recommendations, now: new Date() });
  await filling.end();

  const { account, cookie } = owner;
  const from = daysUntil(today, DAYS)[0];
  const slugs = account.cards.map(({ slug }) => slug);
  const half = slugs.slice(1, 1 + CARDS / 2).join();
  const all = (search) => (name) => `/api/stats/consolidated/${name}?${search}`;
  const { points } = await read(api, `${all('')('trends')}from=${from}`, cookie);
  const spell = spellOf(points, wanted.rows);
  const period = `from=${from}&to=${today}`;
  const csv = '/api/exports/usage.csv?content=visits&compare=none&';
  const one = slugs[0];
  const files = [
    { name: 'visits of all cards, CSV', address: `${csv}${period}`, stats: all('') },
    { name: 'the same, gzip', address: `${csv}${period}`, stats: all(''), encoding: 'gzip' },
    { name: 'the same, brotli', address: `${csv}${period}`, stats: all(''), encoding: 'br' },
    {
      name: 'visits of half of the cards, CSV',
      address: `${csv}cards=${half}&${period}`,
      stats: all(`cards=${half}&`),
    },
    {
      name: 'visits of one card, CSV',
      address: `/api/cards/${one}/exports/usage.csv?content=visits&compare=none&${period}`,
      stats: (name) => `/api/cards/${one}/stats/${name}?`,
    },
    { name: 'report of all cards, CSV', address: `/api/exports/usage.csv?${period}` },
    {
      name: 'visits of all cards, Excel',
      address: `/api/exports/usage.xlsx?content=visits&from=${spell.from}&to=${today}`,
      count: xlsxVisits,
      lines: spell.visits,
    },
    {
      name: 'recommendations, CSV',
      address: '/api/recommendations/exports/recommendations.csv?from=2000-01-01',
      cookie: referralCookie,
      count: csvLines,
      lines: wanted.recommendations,
    },
  ];
  const faults = [];
  let compared = 0;
  for (const asked of files) {
    console.log(`  ${asked.name} …`);
    const file = join(api.folder, 'download');
    asked.found = await download(api, { cookie, ...asked, file });
    if (asked.found.status !== 200) faults.push(`${asked.name}: status ${asked.found.status}`);
    else if (asked.stats !== undefined) {
      const sums = await sumsOf(file);
      const result = await compare(api, cookie, asked.stats, period, sums);
      asked.found.lines = sums.lines;
      compared += result.compared;
      faults.push(...result.differences.map((difference) => `${asked.name}: ${difference}`));
    }
    if (asked.count !== undefined) {
      asked.found.lines = await asked.count(file);
      if (asked.found.lines !== asked.lines)
        faults.push(`${asked.name}: ${asked.found.lines} lines instead of ${asked.lines}`);
    }
    await rm(file);
  }
  console.log('  leaving in the middle …');
  const left = [];
  for (const encoding of ['identity', 'gzip']) {
    const leaving = { address: files[0].address, cookie, encoding, table: 'tracking_visits' };
    left.push({ encoding, ...(await leave(api, { ...leaving, bytes: LEAVES_AFTER_BYTES })) });
  }
  return report({ files, left, faults, compared, visits: wanted.visits, api });
}

function report({ files, left, faults, compared, visits, api }) {
  console.log(`\nMeasured; load ${loadavg()[0].toFixed(1)}.`);
  printTable(
    ['file', 'lines', 'MB sent', 'seconds', 'first byte ms', 'before MiB', 'grew by MiB'],
    files.map(({ name, found: { lines = '', bytes, seconds, firstByteMs, before, peak } }) => [
      name,
      lines,
      bytes / 1e6,
      seconds,
      Math.round(firstByteMs),
      Math.round(before),
      Math.round(peak - before),
    ]),
  );
  printTable(
    ['left after 1 MiB', 'rows read', 'rows read later', 'connections kept'],
    left.map(({ encoding, read: rows, after, busy }) => [encoding, rows, after, busy]),
  );
  printFigures('Checked', [
    ['figures compared with the API', compared],
    ['faults', faults.length],
  ]);
  for (const fault of [...faults.slice(0, 30), ...api.faults]) console.log(`  ${fault}`);
  const within = files.every(
    ({ found: { firstByteMs, before, peak } }) =>
      peak - before < BOUNDS.growth && firstByteMs < BOUNDS.firstByteMs,
  );
  const stopped = left.every(({ read: rows, after, busy }) => rows < visits / 2 && after === 0 && busy === 0);
  const passed = within && stopped && faults.length === 0 && api.faults.length === 0;
  console.log(
    `\n${passed ? 'PASS' : 'FAIL'}: memory grows by less than ${BOUNDS.growth} MiB, the first byte comes within ` +
      `${number(BOUNDS.firstByteMs)} ms, who leaves stops the reading, and the files are right`,
  );
  return passed ? 0 : 1;
}

await runBench({ usage: USAGE, readArguments, run });
