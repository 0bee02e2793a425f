import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentAccount, CurrentCredential, type SignedInAccount } from '../../access/current-account.js';
import { SignedIn } from '../../access/requirements.js';
import type { Credential } from '../../access/sign-in-check.js';
import { readPosition } from './live-position.js';
import { LiveStream } from './live-stream.js';
import { LiveStreams } from './live-streams.js';

@Controller('api/live')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  /**
   * Server-sent events for the signed-in account. What was missed since `Last-Event-ID` comes once more; a script that opens a stream
   * anew cannot send that header, and says `?lastEventId=` instead.
   */
  @Get()
  @SignedIn()
  @ApiOkResponse({ description: 'server-sent events', content: { 'text/event-stream': {} } })
  live(
    @CurrentAccount() { id: accountId, plan }: SignedInAccount,
    @CurrentCredential() credential: Credential,
    @Req() { headers, query }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = Date.now();
    const { lastEventId } = query as { lastEventId?: unknown };
    const resumed = readPosition(headers['last-event-id'] ?? lastEventId, now);
    return this.streams.open(new LiveStream({ accountId, plan, credential }, reply, resumed, now));
  }
}
