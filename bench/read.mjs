// How long each panel of the statistics takes, with many events and with few, in the same run; and whether it is right.
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { runBench } from './support/run-bench.mjs';
import { number, printFigures } from './support/print.mjs';
import { prepareAccounts, TIMES_AS_MANY } from './support/read-accounts.mjs';
import { explainYear } from './support/read-explain.mjs';
import { BOUNDS, hangUp, judge, measure, printTimes, questionsTo } from './support/read-measure.mjs';
import { compareWithRecount } from './support/read-recount.mjs';

const USAGE = `npm run bench -- read [--events=5000000] [--days=365] [--requests=40] [--explain] [--plans=FOLDER]

  --events    of each large account; the small ones have a hundredth
  --days      over which they are spread, at most 730
  --explain   tells query by query what a year's view costs the database
  --plans     writes the plans of --explain there, as PostgreSQL tells them`;

const SHOWN_AT_MOST = 30;

function readArguments() {
  const { values } = parseArgs({
    options: {
      events: { type: 'string', default: '5000000' },
      days: { type: 'string', default: '365' },
      requests: { type: 'string', default: '40' },
      explain: { type: 'boolean', default: false },
      plans: { type: 'string' },
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
    events: whole('events', 10_000, 100_000_000),
    days: whole('days', 1, 730),
    requests: whole('requests', 1, 10_000),
    explain: values.explain || values.plans !== undefined,
    plans: values.plans,
  };
}

function machine() {
  const [{ model }] = cpus();
  const memory = `${number(totalmem() / 2 ** 30)} GiB`;
  return `${platform()} ${release()} ${arch()}, ${cpus().length} × ${model}, ${memory}, Node ${process.versions.node}`;
}

/** Of the last minute. What else runs on the machine shows in the times. */
const load = () => loadavg()[0].toFixed(2);

async function run(api, wanted) {
  console.log(`Machine: ${machine()}`);
  console.log('Starting the API on an empty database …');
  await api.start();
  const { owners, today } = await prepareAccounts(api, wanted);
  const database = await api.connect();
  const [{ version }] = (await database.query('SELECT version()')).rows;
  console.log(`\nDatabase: ${version.split(' on ')[0]}`);

  const asked = questionsTo(owners, today, api.url);
  console.log(`\n${asked.length} questions, ${wanted.requests} times each; load ${load()} …`);
  const faults = await measure(asked, wanted.requests);
  console.log(`Measured; load ${load()}.`);
  hangUp(asked);
  const judged = asked.map(judge);
  printTimes(judged);

  console.log('\nComparing the answers with a recount of the events …');
  const result = await compareWithRecount(database, api.url, owners, today);
  await database.end();
  if (wanted.explain) {
    console.log('The API starts again, to explain its queries …');
    await explainYear(api, owners, today, wanted.plans);
  }
  await api.stop();
  return report({ wanted, judged, result, faults, api });
}

function report({ wanted, judged, result, faults, api }) {
  const missed = judged.filter(({ misses }) => misses.length > 0).length;
  printFigures('Checked', [
    ['figures compared with the recount', result.compared],
    ['figures that differ', result.differences.length],
    ['addresses that did not answer 200', faults.size],
    ['questions that miss a bound', missed],
  ]);
  const unanswered = [...faults].map(([address, answer]) => `${address}\n    ${answer.slice(0, 100)}`);
  for (const lines of [result.differences, unanswered, api.faults]) {
    for (const line of lines.slice(0, SHOWN_AT_MOST)) console.log(`  ${line}`);
    if (lines.length > SHOWN_AT_MOST) console.log(`  … and ${number(lines.length - SHOWN_AT_MOST)} more`);
  }
  const passed = [result.differences.length, faults.size, missed, api.faults.length].every(
    (count) => count === 0,
  );
  const few = number(Math.round(wanted.events / TIMES_AS_MANY));
  console.log(
    `\n${passed ? 'PASS' : 'FAIL'}: each panel within ${BOUNDS.median} ms (median) and ${BOUNDS.p95} ms (p95), and with ` +
      `${number(wanted.events)} events within ${BOUNDS.ratio} times its time with ${few}`,
  );
  return passed ? 0 : 1;
}

await runBench({ usage: USAGE, readArguments, run });
