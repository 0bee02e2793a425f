import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentAccount, type SignedInAccount } from '../../access/current-account.js';
import { SignedIn } from '../../access/requirements.js';
import { SignInCheck } from '../../access/sign-in-check.js';
import { type LiveEvent, LiveStreams } from './live-streams.js';

const HEARTBEAT_MS = 15_000;
// A browser this far behind (asleep, or on a dead line) is cut off; it opens again and is told the state.
const UNREAD_BYTES_AT_MOST = 1024 * 1024;

@Controller('api/live')
export class LiveController {
  constructor(
    private readonly streams: LiveStreams,
    private readonly signIn: SignInCheck,
  ) {}

  /** Server-sent events for the signed-in account; closed once its session is over. */
  @Get()
  @SignedIn()
  @ApiOkResponse({ description: 'server-sent events', content: { 'text/event-stream': {} } })
  async live(
    @CurrentAccount() account: SignedInAccount,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { raw } = reply;
    const early: LiveEvent[] = [];
    let id = 0;
    const write = ({ event, data }: LiveEvent): void => {
      if (raw.writableLength > UNREAD_BYTES_AT_MOST) raw.destroy();
      else raw.write(`id: ${++id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    };
    // The state is read before the head is sent, so that a failure is still a proper answer.
    const close = await this.streams.open(account.id, {
      send: (event) => void (raw.headersSent ? write(event) : early.push(event)),
      end: () => raw.end(),
    });
    // Whoever left meanwhile closes nothing any more: `close` was emitted already.
    if (raw.writableEnded || raw.destroyed || raw.closed) return close();
    reply.hijack();
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // nginx would hold events back.
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
    raw.write('retry: 1000\n\n');
    early.forEach(write);
    const heartbeat = setInterval(() => {
      // An event and not a comment: a browser's script can see that it came, and that it did not.
      raw.write('event: heartbeat\ndata: {}\n\n');
      this.signIn.accountOf(request.headers).then(
        (still) => still?.id === account.id || raw.end(),
        // The database is away: the next heartbeat asks again.
        () => undefined,
      );
    }, HEARTBEAT_MS);
    raw.on('close', () => {
      clearInterval(heartbeat);
      close();
    });
  }
}
