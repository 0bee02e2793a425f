import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../access/requirements.js';
import { NotFound } from '../http/problem-error.js';
import { DASHBOARD_POLICY, dashboardPage } from './dashboard-files.js';

// What lies below these is never the dashboard's: a mistake there is a 404, not a page.
const NOT_ITS_OWN = /^\/(?:api|c|r|health|assets)(?:\/|$)/;

/** Any address that nothing else answers is a page of the dashboard. The page itself holds no data. */
@ApiExcludeController()
@Controller()
export class DashboardController {
  @Get(['/', '*'])
  @Public()
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = request.url.split('?', 1)[0] ?? '/';
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    if (NOT_ITS_OWN.test(path) || (!wantsPage && path !== '/')) throw new NotFound();
    const page = await dashboardPage();
    if (page === undefined) throw new NotFound('The dashboard has not been built.');
    void reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', DASHBOARD_POLICY)
      .header('cache-control', 'no-cache')
      .send(page);
  }
}
