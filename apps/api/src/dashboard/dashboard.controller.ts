import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SERVER_PATHS } from '@num-ecard/contracts/server-paths';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../access/requirements.js';
import { NotFound } from '../http/problem-error.js';
import { DASHBOARD_POLICY, dashboardPage } from './dashboard-files.js';

/** Any address that nothing else answers is a page of the dashboard. The page itself holds no data. */
@ApiExcludeController()
@Controller()
export class DashboardController {
  @Get(['/', '*'])
  @Public()
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = request.url.split('?', 1)[0] ?? '/';
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    if (SERVER_PATHS.test(path) || (!wantsPage && path !== '/')) throw new NotFound();
    const page = await dashboardPage();
    if (page === undefined) throw new NotFound('The dashboard has not been built.');
    void reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', DASHBOARD_POLICY)
      .header('cache-control', 'no-cache')
      .send(page);
  }
}
