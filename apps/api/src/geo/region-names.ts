import type { Locale } from '@num-ecard/contracts/locale';

/** A region's names by ISO 3166-2 code; a language that the database lacks is absent. */
export type RegionNames = ReadonlyMap<string, Readonly<Partial<Record<Locale, string>>>>;

const POINTER = 1;
const MAP = 7;
const ARRAY = 11;
const BOOLEAN = 14;

/** What a pointer of so many bytes, and a size told in so many more, add to what they tell: by the format's definition. */
const POINTER_BASES = [0, 0, 2_048, 526_336, 0] as const;
const SIZE_BASES = [0, 29, 285, 65_821] as const;

/**
 * Every region that a City database knows, with its names. The reader has no list of them, only one record an address;
 * so this walks the data section, in which the records lie one after the other, and decodes of each no more than its
 * country and its first subdivision (0.1 s for the packaged database).
 * @param file the whole database
 * @param dataStart offset of the data section
 * @param dataEnd offset of its end
 * @throws {RangeError} when the file breaks off or makes no sense
 */
export function readRegionNames(file: Buffer, dataStart: number, dataEnd: number): RegionNames {
  const data = new DataSection(file, dataStart);
  const names = new Map<string, Partial<Record<Locale, string>>>();
  // Records share their parts by pointers: what is at an offset is decoded once.
  const countries = new Map<number, string | undefined>();
  const seen = new Set<number>();

  for (let offset = dataStart; offset < dataEnd;) {
    let country = -1;
    let region = -1;
    offset = data.eachEntry(offset, (key, value) => {
      if (key === 'country') country = value;
      if (key === 'subdivisions') region = data.firstOf(value);
    });
    if (country === -1 || region === -1 || seen.has(region)) continue;
    seen.add(region);
    if (!countries.has(country)) countries.set(country, data.textIn(country, 'iso_code'));
    const [outer, inner] = [countries.get(country), data.textIn(region, 'iso_code')];
    if (outer === undefined || inner === undefined || names.has(`${outer}-${inner}`)) continue;
    const found: Partial<Record<Locale, string>> = {};
    const texts = data.valueIn(region, 'names');
    for (const locale of ['fr', 'en'] as const) {
      const name = texts === undefined ? undefined : data.textIn(texts, locale);
      if (name !== undefined) found[locale] = name;
    }
    names.set(`${outer}-${inner}`, found);
  }
  return names;
}

/** Values of the MaxMind DB format, found and skipped without being built: https://maxmind.github.io/MaxMind-DB/ */
class DataSection {
  /** Of the value that was looked at last: its type, its size, and where its content starts (of a pointer: points). */
  private type = 0;
  private size = 0;
  private content = 0;
  /** Keys are pointers to a handful of texts. */
  private readonly keys = new Map<number, string>();

  constructor(
    private readonly file: Buffer,
    private readonly start: number,
  ) {}

  /** Calls back with each entry of the map at `offset`, if it is one. @returns the offset after the value */
  eachEntry(offset: number, take: (key: string, value: number) => void): number {
    this.look(offset);
    const { type: outer } = this;
    if (outer !== MAP) return this.skip(offset);
    let at = this.content;
    for (let left = this.size; left > 0; left--) {
      const value = this.look(at);
      const key = this.key(this.type === POINTER ? this.content : at);
      const after = this.look(value);
      const holds = this.type === MAP || this.type === ARRAY;
      take(key, this.type === POINTER ? this.content : value);
      // Not by what was looked at last: the callback looks as well.
      at = holds ? this.skip(value) : after;
    }
    return at;
  }

  /** Where the first element of the array at `offset` is; -1 if it has none. */
  firstOf(offset: number): number {
    this.look(offset);
    return this.type === ARRAY && this.size > 0 ? this.resolve(this.content) : -1;
  }

  valueIn(map: number, wanted: string): number | undefined {
    let found: number | undefined;
    this.eachEntry(map, (key, value) => {
      if (key === wanted) found = value;
    });
    return found;
  }

  textIn(map: number, key: string): string | undefined {
    const value = this.valueIn(map, key);
    return value === undefined ? undefined : this.text(value);
  }

  private key(at: number): string {
    let key = this.keys.get(at);
    if (key === undefined) {
      key = this.text(at);
      this.keys.set(at, key);
    }
    return key;
  }

  private text(offset: number): string {
    this.look(offset);
    return this.file.toString('utf8', this.content, this.content + this.size);
  }

  /** Follows a pointer; a pointer never points to a pointer. */
  private resolve(offset: number): number {
    this.look(offset);
    return this.type === POINTER ? this.content : offset;
  }

  /** @returns the offset after the value at `offset` */
  private skip(offset: number): number {
    let after = this.look(offset);
    if (this.type !== MAP && this.type !== ARRAY) return after;
    for (let left = this.type === MAP ? this.size * 2 : this.size; left > 0; left--) after = this.skip(after);
    return after;
  }

  /** Reads a value's head. @returns the offset after the value; of a map or an array, that of its first content */
  private look(offset: number): number {
    const control = this.byte(offset);
    let at = offset + 1;
    this.type = control >> 5;
    if (this.type === POINTER) {
      const bytes = ((control >> 3) & 3) + 1;
      let value = bytes === 4 ? 0 : control & 7;
      for (let left = bytes; left > 0; left--) value = value * 256 + this.byte(at++);
      this.content = this.start + POINTER_BASES[bytes]! + value;
      return at;
    }
    if (this.type === 0) this.type = 7 + this.byte(at++);
    this.size = control & 31;
    if (this.size > 28) {
      const bytes = this.size - 28;
      this.size = SIZE_BASES[bytes]!;
      let more = 0;
      for (let left = bytes; left > 0; left--) more = more * 256 + this.byte(at++);
      this.size += more;
    }
    this.content = at;
    // A boolean's value is its size.
    const ends = this.type !== MAP && this.type !== ARRAY && this.type !== BOOLEAN;
    return ends ? at + this.size : at;
  }

  private byte(offset: number): number {
    const byte = this.file[offset];
    if (byte === undefined) throw new RangeError('it breaks off within a value');
    return byte;
  }
}
