import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { HealthCheckService, TypeOrmHealthIndicator } from '@nestjs/terminus';
import type { FastifyRequest } from 'fastify';
import { register } from 'prom-client';
import { sameSecret } from '../access/access.guard.js';
import { Public } from '../access/requirements.js';
import { CONFIG, type Config } from '../config/config.js';
import { NotFound } from '../http/problem-error.js';

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** For the operator's machines: whether it lives, whether it can serve, and how it does. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: TypeOrmHealthIndicator,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('health/live')
  @Public()
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** 503 while the database cannot be reached. */
  @Get('health/ready')
  @Public()
  async ready(): Promise<{ status: string }> {
    const { status } = await this.health.check([
      () => this.database.pingCheck('database', { timeout: 2_000 }),
    ]);
    return { status };
  }

  /** Prometheus text, for this machine itself or with `METRICS_TOKEN`. To anybody else it does not exist. */
  @Get('metrics')
  @Public()
  @Header('content-type', register.contentType)
  @Header('cache-control', 'no-store')
  metrics(@Req() request: FastifyRequest): Promise<string> {
    const { metricsToken } = this.config;
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const allowed =
      metricsToken === undefined
        ? LOOPBACK.test(request.socket.remoteAddress ?? '') &&
          request.headers['x-forwarded-for'] === undefined
        : token !== undefined && sameSecret(token, metricsToken);
    if (!allowed) throw new NotFound();
    return register.metrics();
  }
}
