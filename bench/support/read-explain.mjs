import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { printTable } from './print.mjs';
import { hangUp, nameOf, questionsTo } from './read-measure.mjs';
import { YEAR } from './read-panels.mjs';

/** Without timing each row, which would cost more than what is measured. */
const SETTINGS = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_format': 'json',
};

async function asSuperuser(api, statements) {
  const folder = await api.databaseFolder();
  const { superuser } = JSON.parse(await readFile(join(folder, 'credentials.json'), 'utf8'));
  const port = Number(await readFile(join(folder, 'port'), 'utf8'));
  const options = { host: '127.0.0.1', port, user: 'postgres', database: 'num_ecard', password: superuser };
  const client = new pg.Client(options);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * From here on the server's log tells how each statement of the application was carried out. The API is started again, because
 * a connection keeps the settings that it began with.
 */
async function explainEverything(api) {
  await asSuperuser(
    api,
    Object.entries(SETTINGS).map(([name, value]) => `ALTER ROLE num_ecard SET ${name} = '${value}'`),
  );
  await api.stop();
  await api.start();
}

const ENTRY = /^\d{4}-\d{2}-\d{2} \S+ \w+ \[\d+\] /m;

/** What the server's log tells from here on. The API cuts the log when it is long: see {@link plansOf}. */
class LogReader {
  static async atEnd(api) {
    const reader = new LogReader();
    reader.file = join(await api.databaseFolder(), 'postgres.log');
    reader.offset = (await stat(reader.file)).size;
    return reader;
  }

  async size() {
    return (await stat(this.file)).size;
  }

  async text() {
    const file = await open(this.file);
    try {
      const length = (await this.size()) - this.offset;
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, this.offset);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  }
}

/**
 * Carries out one request and tells what PostgreSQL did for it.
 * @param {() => Promise<unknown>} ask
 * @returns {Promise<{ms: number, rowsRead: number, rows: number, buffersHit: number, buffersRead: number,
 *   tables: string[], query: string, plan: object}[]>} a statement on usage tables each
 */
async function plansOf(api, ask) {
  for (;;) {
    const log = await LogReader.atEnd(api);
    await ask();
    // The last statement's plan is written before its answer is sent; the file's size tells it at once.
    await sleep(20);
    if ((await log.size()) >= log.offset) return entries(await log.text());
  }
}

function entries(text) {
  return (
    text
      .split(new RegExp(ENTRY, 'm'))
      .flatMap((entry) => {
        const found = /^LOG: {2}duration: ([\d.]+) ms {2}plan:\s*(\{[\s\S]*\})\s*$/.exec(entry);
        return found === null
          ? []
          : [summaryOf(Number(found[1]), JSON.parse(found[2].replaceAll('\n\t', '\n')))];
      })
      // Whether increments wait is asked each time, and by others of the API as well: it costs next to nothing.
      .filter(({ tables }) =>
        tables.some((name) => /^(?:usage_|tracking_|named_)/.test(name) && name !== 'usage_increments'),
      )
  );
}

function summaryOf(ms, { 'Query Text': query, Plan: plan }) {
  const tables = new Map();
  let rowsRead = 0;
  const visit = (node) => {
    const name = node['Relation Name'];
    if (name !== undefined) {
      const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
      const rows = (node['Actual Rows'] + removed) * node['Actual Loops'];
      rowsRead += rows;
      tables.set(name, (tables.get(name) ?? 0) + rows);
    }
    for (const child of node.Plans ?? []) visit(child);
  };
  visit(plan);
  return {
    ms,
    rowsRead: Math.round(rowsRead),
    rows: Math.round(plan['Actual Rows']),
    buffersHit: plan['Shared Hit Blocks'],
    buffersRead: plan['Shared Read Blocks'],
    tables: [...tables.keys()],
    query,
    plan,
  };
}

/**
 * Prints query by query what the database does for a year's view.
 * @param {string | undefined} folder where to write the plans themselves
 */
export async function explainYear(api, owners, today, folder) {
  await explainEverything(api);
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const rows = [];
  const asked = questionsTo(owners, today, api.url).filter(
    ({ question: { period } }) => period === YEAR || period.days === undefined,
  );
  for (const { question, sides } of asked) {
    for (const { size, connection, address } of sides) {
      // The first time on a new connection reads the catalogue too.
      for (let time = 0; time < 3; time += 1) await connection.get(address);
      const statements = await plansOf(api, () => connection.get(address));
      for (const [index, { plan, query, ...told }] of statements.entries()) {
        const name = `${nameOf(question)} ${index + 1}/${statements.length}, ${size === 'large' ? 'many' : 'few'}`;
        const tables = told.tables.map((table) => table.replaceAll(/^usage_|_breakdowns$/g, ''));
        rows.push([
          name,
          told.rowsRead,
          told.rows,
          told.buffersHit,
          told.buffersRead,
          told.ms.toFixed(2),
          tables.join(' '),
        ]);
        if (folder === undefined) continue;
        const file = join(folder, `${name.replaceAll(/[^\w]+/g, '-')}.txt`);
        await writeFile(file, `${query}\n\n${JSON.stringify(plan, null, 1)}\n`);
      }
    }
  }
  hangUp(asked);
  printTable(['a year, query by query', 'rows read', 'rows', 'buffers hit', 'read', 'ms', 'tables'], rows);
}
