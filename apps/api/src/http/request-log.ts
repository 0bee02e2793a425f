import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Counter, register } from 'prom-client';

const NAME = 'num_ecard_http_requests_total';

/**
 * One line and one count a request: method, route, status, duration. The route is its pattern, never the
 * address itself, and nothing says who asked. Beacons that went well are counted but not logged.
 */
export function installRequestLog(fastify: FastifyInstance, logger: Logger): void {
  const requests =
    (register.getSingleMetric(NAME) as Counter | undefined) ??
    new Counter({ name: NAME, help: 'Requests answered', labelNames: ['method', 'route', 'status'] });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.statusCode;
    requests.inc({ method, route, status });
    const line = { method, route, status, ms: Math.round(reply.elapsedTime) };
    if (status >= 500) logger.warn(line, 'request');
    else if (status === 202) logger.debug(line, 'request');
    else logger.info(line, 'request');
    done();
  });
}
