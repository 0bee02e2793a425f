import { createWriteStream } from 'node:fs';
import { request } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { residentMegabytes } from './process-figures.mjs';

const DECODERS = { gzip: createGunzip, br: createBrotliDecompress };
const SAMPLE_EVERY_MS = 20;
/** After its start, until what that left behind has gone. */
const QUIET_MS = 3_000;

function ask(url, address, cookie, encoding) {
  return new Promise((resolve, reject) => {
    request(`${url}${address}`, { headers: { cookie, 'accept-encoding': encoding } }, resolve)
      .once('error', reject)
      .end();
  });
}

/** Starts the API anew, so that memory is measured from where it is when nothing is done. */
async function quiet(api, cookie) {
  await api.stop();
  await api.start();
  await fetch(`${api.url}/api/me`, { headers: { cookie } }).then((response) => response.arrayBuffer());
  await sleep(QUIET_MS);
}

/**
 * Saves a file, decoded, as fast as it comes.
 * @returns {Promise<{status: number, firstByteMs: number, seconds: number, bytes: number, before: number, peak: number}>}
 *   memory of the API in MiB; bytes as they were sent
 */
export async function download(api, { address, cookie, encoding = 'identity', file }) {
  await quiet(api, cookie);
  const before = residentMegabytes(api.pid);
  let peak = before;
  const sampling = setInterval(() => {
    peak = Math.max(peak, residentMegabytes(api.pid) ?? 0);
  }, SAMPLE_EVERY_MS);
  try {
    const started = performance.now();
    const response = await ask(api.url, address, cookie, encoding);
    let firstByteMs;
    let bytes = 0;
    response.on('data', (chunk) => {
      firstByteMs ??= performance.now() - started;
      bytes += chunk.length;
    });
    const decoder = DECODERS[response.headers['content-encoding']];
    await pipeline([response, ...(decoder === undefined ? [] : [decoder()]), createWriteStream(file)]);
    const seconds = (performance.now() - started) / 1000;
    return { status: response.statusCode, firstByteMs, seconds, bytes, before, peak };
  } finally {
    clearInterval(sampling);
  }
}

/** Rows of a table that were read by way of an index, by whomever, as far as PostgreSQL has written it down. */
async function rowsRead(database, table) {
  const { rows } = await database.query(
    'SELECT idx_tup_fetch::float8 AS read FROM pg_stat_user_tables WHERE relname = $1',
    [table],
  );
  return rows[0].read;
}

/** Connections of the API on which something is under way. */
async function busyConnections(database) {
  const { rows } = await database.query(
    `SELECT count(*)::integer AS busy FROM pg_stat_activity
      WHERE application_name = 'num-ecard' AND state <> 'idle' AND pid <> pg_backend_pid()`,
  );
  return rows[0].busy;
}

/**
 * Leaves in the middle of a file.
 * @returns {Promise<{read: number, after: number, busy: number}>} rows of the table: read in all until it was quiet again, and read
 *   after that; busy: connections that were not given back
 */
export async function leave(api, { address, cookie, encoding = 'identity', table, bytes }) {
  await quiet(api, cookie);
  // Figures of the table are written down within seconds of the work.
  const settle = () => sleep(12_000);
  const database = await api.connect();
  const start = await rowsRead(database, table);
  const response = await ask(api.url, address, cookie, encoding);
  let seen = 0;
  for await (const chunk of response) {
    seen += chunk.length;
    if (seen >= bytes) break;
  }
  response.destroy();
  await settle();
  const soon = await rowsRead(database, table);
  await settle();
  const later = await rowsRead(database, table);
  const busy = await busyConnections(database);
  await database.end();
  return { read: soon - start, after: later - soon, busy };
}
