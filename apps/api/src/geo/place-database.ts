import type { Locale } from '@num-ecard/contracts/locale';
import { type CityResponse, Reader } from 'maxmind';
import { lru } from 'tiny-lru';
import { canonicalAddress } from './canonical-address.js';
import { type Place, UNKNOWN_PLACE } from './place.js';
import { readRegionNames, type RegionNames } from './region-names.js';

/** Between the search tree and the data. */
const SEPARATOR_BYTES = 16;
const METADATA_START = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');

/**
 * Decoded parts of records, by their offset in the file. Nothing of an address is kept: many addresses share a record.
 */
const REMEMBERED_PARTS = 20_000;

/** A MaxMind City database in memory (GeoLite2 City, GeoIP2 City or Enterprise, DB-IP City…). */
export class PlaceDatabase {
  /** When its maker built it. */
  readonly builtAt: Date;
  private readonly reader: Reader<CityResponse>;
  private readonly regions: RegionNames;
  /** A record is decoded once and handed out again while it is remembered: then so is its place. */
  private readonly places = new WeakMap<CityResponse, Place>();

  /**
   * @param file the whole file, uncompressed
   * @throws {Error} when it is not a readable City database
   */
  constructor(file: Buffer) {
    const dataEnd = file.lastIndexOf(METADATA_START);
    if (dataEnd === -1) throw new Error('it is not a MaxMind database, or only a part of one');
    this.reader = new Reader<CityResponse>(file, { cache: lru(REMEMBERED_PARTS) });
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
      const record = this.reader.get(known);
      return record === null ? UNKNOWN_PLACE : this.placeIn(record);
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

  private placeIn(record: CityResponse): Place {
    let place = this.places.get(record);
    if (place === undefined) {
      place = asPlace(record);
      this.places.set(record, place);
    }
    return place;
  }
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
