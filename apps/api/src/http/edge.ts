/** What a route says about its own edge, read by Fastify hooks before any body is parsed. */
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { UnsupportedMediaType } from './problem-error.js';

export interface EdgeRules {
  /** Largest body in bytes; past it 413. */
  readonly bodyLimit?: number;
  /** Media types that are taken; any other is 415. */
  readonly contentTypes?: readonly string[];
  /** Its answers are too small to be worth compressing: the question is not even asked. */
  readonly smallAnswers?: boolean;
  /** What is posted to it says nothing that its address does not: a body of any form-like type is read over. */
  readonly ignoresBody?: boolean;
  /** Any origin may call it and read its answer, errors included. */
  readonly anyOrigin?: boolean;
}

/** Declares a route's {@link EdgeRules}. */
export function Edge(rules: EdgeRules): MethodDecorator {
  return RouteConfig(rules);
}

/** Makes Fastify keep the rules. To be called before the routes are registered. */
export function installEdge(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const { bodyLimit, smallAnswers } = (route.config ?? {}) as EdgeRules;
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
    if (smallAnswers) route.compress = false;
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const rules = request.routeOptions.config as EdgeRules | undefined;
    if (rules?.anyOrigin) {
      void reply.header('access-control-allow-origin', '*');
      void reply.header('access-control-expose-headers', 'retry-after');
    }
    if (rules?.contentTypes && request.method === 'POST') {
      const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
      if (!rules.contentTypes.includes(type)) return done(new UnsupportedMediaType(rules.contentTypes));
    }
    done();
  });
  // sendBeacon and preflight-free fetch can only say text/plain; what they carry is JSON all the same.
  fastify.removeContentTypeParser('text/plain');
  fastify.addContentTypeParser(
    'text/plain',
    { parseAs: 'string' },
    fastify.getDefaultJsonParser('error', 'error'),
  );
  // Nowhere else: without a parser of it the framework answers 415.
  fastify.addContentTypeParser('multipart/form-data', (request, payload, done) => {
    const rules = request.routeOptions.config as EdgeRules | undefined;
    payload.resume();
    done(rules?.ignoresBody ? null : new UnsupportedMediaType(['application/json']), undefined);
  });
}
