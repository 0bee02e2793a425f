import { Controller, Delete, Get, HttpCode, Param, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Sessions as SessionList } from '@num-ecard/contracts/sessions';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CurrentAccount, type SignedInAccount } from '../access/current-account.js';
import { InPerson } from '../access/requirements.js';
import { Returns } from '../http/returns.decorator.js';
import { Sessions } from './sessions.service.js';

const Id = z.uuid();

@ApiTags('owner')
@Controller('api/sessions')
export class SessionsController {
  constructor(private readonly sessions: Sessions) {}

  @Get()
  @InPerson()
  @Returns(SessionList)
  list(@CurrentAccount() account: SignedInAccount, @Req() request: FastifyRequest): Promise<SessionList> {
    return this.sessions.list(account.id, request.headers);
  }

  /** All but the one that asks. */
  @Delete()
  @InPerson()
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'the others are ended' })
  endOthers(@CurrentAccount() account: SignedInAccount, @Req() request: FastifyRequest): Promise<void> {
    return this.sessions.endOthers(account.id, request.headers);
  }

  @Delete(':id')
  @InPerson()
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'ended' })
  end(@CurrentAccount() account: SignedInAccount, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.sessions.end(account.id, id);
  }
}
