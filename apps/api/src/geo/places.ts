import { type Stats, unwatchFile, watchFile } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Locale } from '@num-ecard/contracts/locale';
import { type Place, UNKNOWN_PLACE } from './place.js';
import { PlaceDatabase } from './place-database.js';
import { countryName, regionName } from './place-names.js';

/** Where messages go. None of them ever holds a visitor's address. */
export interface PlacesLog {
  log(message: string): void;
  warn(message: string): void;
}

const CHECK_EVERY_MS = 2_000;

/** Bytes. Each chunk costs a turn of the event loop, and by default there would be 4,000 of them. */
const UNZIP_CHUNK = 4 * 1024 * 1024;

/** What changes with a file's content, its place or who may read it. */
const STATE = ['ino', 'size', 'mtimeMs', 'ctimeMs'] as const;

/**
 * Places of addresses, by the operator's database or else the packaged one. The operator's file is taken anew whenever it
 * changes, is replaced, or appears. While it cannot be read, what was read last goes on being used; if nothing was, places
 * are unknown. Nothing else depends on it.
 */
export class Places {
  private database: PlaceDatabase | undefined;
  private failing = false;
  private reading: Promise<void> = Promise.resolve();
  private secondLook: NodeJS.Timeout | undefined;
  private readonly changed = (now: Stats, before: Stats): void => {
    // Reading the file changes its state as well: the time of the last access.
    if (!isOther(now, before)) return;
    clearTimeout(this.secondLook);
    void this.read();
  };

  /**
   * @param file the operator's `.mmdb` (or `.mmdb.gz`); undefined for the packaged database
   * @param checkEveryMs how often to look whether the file changed
   */
  constructor(
    private readonly file: string | undefined,
    private readonly log: PlacesLog,
    private readonly checkEveryMs = CHECK_EVERY_MS,
  ) {}

  /** Reads the database; a file that cannot be read is a warning, never an error. */
  async open(): Promise<void> {
    if (this.file !== undefined) await this.watch(this.file);
    await this.read();
  }

  private async watch(file: string): Promise<void> {
    const before = await stateOf(file);
    // By asking for its state, not by listening: listening follows the file that was there first, and sees nothing on
    // network drives and mounted configuration.
    watchFile(file, { interval: this.checkEveryMs, persistent: false }, this.changed);
    // It takes its first look a moment later, and what has changed until then for what was there: one look of our own.
    this.secondLook = setTimeout(() => {
      void stateOf(file).then((now) => (isOther(now, before) ? this.read() : undefined));
    }, 2 * this.checkEveryMs).unref();
  }

  async close(): Promise<void> {
    if (this.file !== undefined) unwatchFile(this.file, this.changed);
    clearTimeout(this.secondLook);
    await this.reading;
  }

  /** Some microseconds; the address is not kept. */
  placeOf(address: string): Place {
    return this.database?.placeOf(address) ?? UNKNOWN_PLACE;
  }

  /** Of an ISO 3166-1 code. */
  countryName(code: string, locale: Locale): string {
    return countryName(code, locale);
  }

  /** Of an ISO 3166-2 code; the code itself if nobody knows it. */
  regionName(code: string, locale: Locale): string {
    return regionName(code, this.database?.regionName(code, locale));
  }

  /** One reading at a time; a change during one is read after it. */
  private async read(): Promise<void> {
    this.reading = this.reading.then(() => this.readNow());
    await this.reading;
  }

  private async readNow(): Promise<void> {
    try {
      const renewed = this.failing || this.database !== undefined;
      this.database = await (this.file === undefined ? packagedDatabase() : readDatabase(this.file));
      this.failing = false;
      const built = this.database.builtAt.toISOString().slice(0, 10);
      if (renewed) this.log.log(`Places are now told by a database of ${built}.`);
    } catch (error) {
      // A file that is being copied changes many times: one warning until it can be read again.
      if (this.failing) return;
      this.failing = true;
      const why = error instanceof Error ? error.message : String(error);
      const meanwhile =
        this.database === undefined ? 'places are unknown' : 'the one read before is used for places';
      const what = this.file === undefined ? 'The packaged City database' : `GEOIP_DATABASE ${this.file}`;
      this.log.warn(`${what} cannot be used: ${why}. Until it can, ${meanwhile}.`);
    }
  }
}

/** Null while there is no such file, or none that may be looked at. */
async function stateOf(file: string): Promise<Stats | null> {
  return stat(file).catch(() => null);
}

function isOther(now: Stats | null, before: Stats | null): boolean {
  return STATE.some((part) => now?.[part] !== before?.[part]);
}

let packaged: Promise<PlaceDatabase> | undefined;

/** Read once a process, however many applications run in it: it never changes, and is 66 MB. */
async function packagedDatabase(): Promise<PlaceDatabase> {
  packaged ??= readDatabase(fileURLToPath(import.meta.resolve('geolite2-city/GeoLite2-City.mmdb.gz')));
  return packaged;
}

async function readDatabase(file: string): Promise<PlaceDatabase> {
  const content = await readFile(file);
  const compressed = content[0] === 0x1f && content[1] === 0x8b;
  return new PlaceDatabase(
    compressed ? await promisify(gunzip)(content, { chunkSize: UNZIP_CHUNK }) : content,
  );
}
