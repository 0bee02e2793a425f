import type { Locale } from '@num-ecard/contracts/locale';
import { type CityResponse, Reader } from 'maxmind';
import { lru } from 'tiny-lru';
import { canonicalAddress } from './canonical-address.js';
import { type Place, UNKNOWN_PLACE } from './place.js';
import { readRegionNames, type RegionNames } from './region-names.js';

/** Between the search tree and the data. */
const SEPARATOR_BYTES = 16;
const METADATA_START = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');

/** Places of records, and decoded parts that records share. Nothing of an address is kept: many addresses share a record. */
const REMEMBERED_PLACES = 50_000;
const REMEMBERED_PARTS = 10_000;

/** A MaxMind City database in memory (GeoLite2 City, GeoIP2 City or Enterprise, DB-IP City…). */
export class PlaceDatabase {
  /** When its maker built it. */
  readonly builtAt: Date;
  private readonly reader: Reader<CityResponse>;
  private readonly regions: RegionNames;

  /**
   * @param file the whole file, uncompressed
   * @throws {Error} when it is not a readable City database
   */
  constructor(file: Buffer) {
    const dataEnd = file.lastIndexOf(METADATA_START);
    if (dataEnd === -1) throw new Error('it is not a MaxMind database, or only a part of one');
    this.reader = new Reader<CityResponse>(file, { cache: placeCache() });
    const { buildEpoch, databaseType, searchTreeSize } = this.reader.metadata;
    if (!/City|Enterprise/.test(databaseType)) {
      throw new Error(`it is a ${databaseType} database, and a City database is needed`);
    }
    this.builtAt = buildEpoch;
    this.regions = readRegionNames(file, searchTreeSize + SEPARATOR_BYTES, dataEnd);
  }

  /** @param address IPv4 or IPv6, as a socket or a proxy reports it; what is no address is nowhere */
  placeOf(address: string): Place {
    const known = canonicalAddress(address);
    if (known === undefined) return UNKNOWN_PLACE;
    try {
      const record: CityResponse | KnownPlace | null = this.reader.get(known);
      if (record === null) return UNKNOWN_PLACE;
      return record instanceof KnownPlace ? record.place : asPlace(record);
    } catch {
      // A damaged record. The error may name the address, so it goes nowhere.
      return UNKNOWN_PLACE;
    }
  }

  /** A region's name, in the other language if the database lacks this one; undefined for a code it does not know. */
  regionName(code: string, locale: Locale): string | undefined {
    const names = this.regions.get(code);
    return names?.[locale] ?? names?.fr ?? names?.en;
  }
}

/** What the reader hands out, from its cache, in the place of a record that it has decoded before. */
class KnownPlace {
  constructor(readonly place: Place) {}
}

/**
 * The reader's cache: by offset in the file, what was decoded there. Of a record, which is a hundred times as large, its place
 * alone is kept.
 */
function placeCache(): {
  get(offset: string | number): unknown;
  set(offset: string | number, decoded: unknown): void;
} {
  const places = lru<Decoded>(REMEMBERED_PLACES);
  const parts = lru<Decoded>(REMEMBERED_PARTS);
  return {
    get: (offset) => places.get(offset) ?? parts.get(offset),
    set: (offset, decoded) => {
      const { value, offset: end } = decoded as Decoded;
      if (!isRecord(value)) parts.set(offset, decoded as Decoded);
      else places.set(offset, { value: new KnownPlace(asPlace(value)), offset: end });
    },
  };
}

/** A value and where it ends. */
interface Decoded {
  readonly value: unknown;
  readonly offset: number;
}

/** Records alone have these; a record without any of them is nowhere. */
function isRecord(value: unknown): value is CityResponse {
  return typeof value === 'object' && value !== null && ('country' in value || 'registered_country' in value);
}

function asPlace({ country, subdivisions, city }: CityResponse): Place {
  // `registered_country` is whose network it is, not where the visitor is.
  const code = country?.iso_code;
  if (code === undefined) return UNKNOWN_PLACE;
  const region = subdivisions?.[0]?.iso_code;
  return {
    country: code,
    region: region === undefined ? null : `${code}-${region}`,
    city: city?.names?.fr ?? city?.names?.en ?? null,
  };
}
