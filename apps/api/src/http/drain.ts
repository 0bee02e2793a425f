import type { FastifyInstance } from 'fastify';

// Longer than any answer takes but a long file: that is cut, and whoever saves it is told so. What else is open has never asked anything.
const PATIENCE_MS = 10_000;

/**
 * Lets a stop end soon. Fastify closes the connections that are idle when it begins to close; those that were
 * busy then would be kept alive after their answer, and waited for, for more than a minute.
 */
export function installDrain(fastify: FastifyInstance): void {
  let closing = false;
  fastify.addHook('preClose', (done) => {
    closing = true;
    setTimeout(() => fastify.server.closeAllConnections(), PATIENCE_MS).unref();
    done();
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done();
  });
}
