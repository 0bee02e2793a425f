import type { FastifyInstance } from 'fastify';

/** Characters. Below it, a copy costs as much as it spares. */
const LONG = 16 * 1024;

/**
 * Long answers become bytes at once: of a text, the length in bytes would be counted twice before the socket encodes it. To be
 * called before compression is installed.
 */
export function installEncodeOnce(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (_request, _reply, payload, done) => {
    done(null, typeof payload === 'string' && payload.length > LONG ? Buffer.from(payload) : payload);
  });
}
