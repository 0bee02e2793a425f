import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** An array of so many elements makes an answer long. */
const MANY = 50;
const POOLED_BYTES = 2 ** 20;
const POOLED = 8;
/** Of UTF-8, for each unit of a string. */
const MOST_BYTES = 3;

const pool: Buffer[] = [];

/**
 * Long answers are encoded element by element, into memory that is used again. As one string they would be laid into hundreds of
 * kilobytes of new memory twice, which takes longer than to encode them.
 */
export function installPiecewiseEncoding(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (_request, reply, payload, done) => {
    // Fastify sends bytes as well as text; its types do not say so here.
    if (isLong(payload)) reply.serializer((answer) => encodePooled(answer, reply.raw) as unknown as string);
    done(null, payload);
  });
}

/** What `JSON.stringify` writes of plain data, in UTF-8. @param memory used if it is large enough */
export function encodeInPieces(value: unknown, memory: Buffer): Buffer {
  const pieces = new Pieces(memory);
  pieces.add(value);
  return pieces.written();
}

function encodePooled(answer: unknown, response: ServerResponse): Buffer {
  const memory = pool.pop() ?? Buffer.allocUnsafeSlow(POOLED_BYTES);
  // Not before: until then, the socket or what compresses may still read from it.
  response.once('close', () => {
    if (pool.length < POOLED) pool.push(memory);
  });
  return encodeInPieces(answer, memory);
}

function isLong(value: unknown): boolean {
  if (Array.isArray(value)) return value.length >= MANY;
  return isPlain(value) && Object.values(value).some(isLong);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !('toJSON' in value)
  );
}

class Pieces {
  private end = 0;

  constructor(private memory: Buffer) {}

  written(): Buffer {
    return this.memory.subarray(0, this.end);
  }

  add(value: unknown): void {
    if (!isLong(value)) this.write(JSON.stringify(value) ?? 'null');
    else if (Array.isArray(value)) this.addArray(value);
    else this.addObject(value as Record<string, unknown>);
  }

  private addArray(elements: readonly unknown[]): void {
    let before = '[';
    for (const element of elements) {
      this.write(before + (JSON.stringify(element) ?? 'null'));
      before = ',';
    }
    this.write(']');
  }

  private addObject(object: Record<string, unknown>): void {
    let before = '{';
    for (const [key, value] of Object.entries(object)) {
      if (value === undefined) continue;
      this.write(`${before}${JSON.stringify(key)}:`);
      this.add(value);
      before = ',';
    }
    this.write('}');
  }

  private write(text: string): void {
    const room = this.end + text.length * MOST_BYTES;
    if (room > this.memory.length) {
      const larger = Buffer.allocUnsafeSlow(2 * room);
      this.memory.copy(larger, 0, 0, this.end);
      this.memory = larger;
    }
    this.end += this.memory.write(text, this.end);
  }
}
