import compress from '@fastify/compress';
import { constants } from 'node:zlib';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config/config.js';
import { installDashboardFiles } from './dashboard/dashboard-files.js';
import { installDrain } from './http/drain.js';
import { installEdge } from './http/edge.js';
import { installPiecewiseEncoding } from './http/encode-pieces.js';
import { createLogger, NestLogger } from './http/logger.js';
import { publishOpenApi } from './http/open-api.js';
import { NotFound } from './http/problem-error.js';
import { ProblemFilter, sendProblem } from './http/problem.filter.js';
import { installRequestLog } from './http/request-log.js';
import { installSecurityHeaders } from './http/security-headers.js';
import { validationPipe } from './http/validation.js';

/**
 * The whole application, migrated and ready to listen. Tests run the same one.
 * @param extra modules that only some starts have: the demo's
 */
export async function createApp(
  config: Config,
  extra: readonly Type[] = [],
): Promise<NestFastifyApplication> {
  const logger = createLogger(config.logLevel);
  const adapter = new FastifyAdapter({
    // Only these may say on whose behalf they ask; the right-most address that is none of them is the client's.
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    frameworkErrors: (_error: unknown, _request: unknown, reply: FastifyReply) =>
      void sendProblem(reply, new NotFound()),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config, extra), adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  installEdge(fastify);
  installDrain(fastify);
  installRequestLog(fastify, logger);
  installSecurityHeaders(fastify, config.publicUrl);
  installPiecewiseEncoding(fastify);
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // What is written comes when it is written: brotli would hold back megabytes of a file.
    zlibOptions: { flush: constants.Z_SYNC_FLUSH },
    brotliOptions: {
      flush: constants.BROTLI_OPERATION_FLUSH,
      // The default quality is for files compressed once; these are compressed for every answer.
      params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
    },
  });
  await installDashboardFiles(fastify);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(validationPipe());
  publishOpenApi(app);
  await app.init();
  await fastify.ready();
  return app;
}
