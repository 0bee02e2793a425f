/**
 * MaxMind DB files made for a test: https://maxmind.github.io/MaxMind-DB/. Small, valid, and saying what the test wants
 * of the addresses that it names.
 */

type Value = string | number | bigint | readonly Value[] | { readonly [key: string]: Value };

/** A City record, as far as anybody here reads it. */
export interface CityRecord {
  readonly country: string;
  /** Code within the country, and names. */
  readonly region?: { readonly code: string; readonly fr?: string; readonly en?: string };
  readonly city?: { readonly fr?: string; readonly en: string };
}

/**
 * @param records by IPv4 network, such as `192.0.2.0/24`
 * @param type as the file's metadata names it
 */
export function cityDatabase(records: Readonly<Record<string, CityRecord>>, type = 'GeoLite2-City'): Buffer {
  const data: Buffer[] = [];
  let dataSize = 0;
  // A record of a node is a node's number, or an offset into the data, or nothing.
  const nodes: ({ node: number } | { data: number } | undefined)[][] = [[undefined, undefined]];
  for (const [network, record] of Object.entries(records)) {
    const [address = '', prefix = '32'] = network.split('/');
    const bytes = address.split('.').map(Number);
    // IPv4 lies under 96 zero bits of an IPv6 tree.
    const bits = '0'.repeat(96) + bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
    let node = 0;
    const path = Array.from(bits.slice(0, 96 + Number(prefix)), Number);
    for (const [depth, bit] of path.entries()) {
      if (depth === path.length - 1) {
        nodes[node]![bit] = { data: dataSize };
        break;
      }
      const next = nodes[node]![bit];
      if (next !== undefined && 'node' in next) {
        node = next.node;
      } else {
        nodes.push([undefined, undefined]);
        nodes[node]![bit] = { node: nodes.length - 1 };
        node = nodes.length - 1;
      }
    }
    const encoded = encode(asValue(record));
    data.push(encoded);
    dataSize += encoded.length;
  }
  const tree = Buffer.alloc(nodes.length * 6);
  for (const [index, pair] of nodes.entries()) {
    for (const [side, entry] of pair.entries()) {
      const value =
        entry === undefined ? nodes.length : 'node' in entry ? entry.node : nodes.length + 16 + entry.data;
      tree.writeUIntBE(value, index * 6 + side * 3, 3);
    }
  }
  const metadata = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: BigInt(Date.UTC(2026, 0, 15) / 1000),
    database_type: type,
    description: { en: 'made for a test' },
    ip_version: 6,
    languages: ['fr', 'en'],
    node_count: nodes.length,
    record_size: 24,
  });
  const marker = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
  return Buffer.concat([tree, Buffer.alloc(16), ...data, marker, metadata]);
}

function asValue({ country, region, city }: CityRecord): Value {
  return {
    ...(city === undefined ? {} : { city: { names: texts(city) } }),
    country: { iso_code: country, names: { en: country } },
    ...(region === undefined
      ? {}
      : { subdivisions: [{ iso_code: region.code, names: texts(region) }, { iso_code: 'X' }] }),
  };
}

function texts(names: { readonly fr?: string; readonly en?: string }): Record<string, string> {
  return {
    ...(names.en === undefined ? {} : { en: names.en }),
    ...(names.fr === undefined ? {} : { fr: names.fr }),
  };
}

function encode(value: Value): Buffer {
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    return Buffer.concat([head(2, text.length), text]);
  }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([head(6, 4), bytes]);
  }
  if (typeof value === 'bigint') {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(value);
    return Buffer.concat([head(9, 8), bytes]);
  }
  if (Array.isArray(value)) return Buffer.concat([head(11, value.length), ...value.map(encode)]);
  const entries = Object.entries(value as Readonly<Record<string, Value>>);
  return Buffer.concat([head(7, entries.length), ...entries.flatMap(([k, v]) => [encode(k), encode(v)])]);
}

function head(type: number, size: number): Buffer {
  const [small, more] = size < 29 ? [size, []] : [29, [size - 29]];
  return Buffer.from(type < 8 ? [(type << 5) | small, ...more] : [small, type - 7, ...more]);
}
