import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import {
  AccountChange,
  AdminAccount,
  AdminAccounts,
  NewAccount,
  NewCard,
} from '@num-ecard/contracts/accounts';
import { CardSummary } from '@num-ecard/contracts/cards';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Operator } from '../access/requirements.js';
import { Returns } from '../http/returns.decorator.js';
import { Accounts } from './accounts.service.js';

const Id = z.uuid();
const Page = z.object({ after: z.uuid().optional() });

@ApiTags('operator')
@Controller('api/admin/accounts')
export class AdminController {
  constructor(private readonly accounts: Accounts) {}

  @Post()
  @Operator()
  @Returns(AdminAccount, 201)
  async create(
    @Body({ schema: NewAccount }) wanted: NewAccount,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AdminAccount> {
    const { account, created } = await this.accounts.create(wanted);
    if (!created) void reply.status(200);
    return account;
  }

  @Get()
  @Operator()
  @Returns(AdminAccounts)
  list(@Query({ schema: Page }) page: z.infer<typeof Page>): Promise<AdminAccounts> {
    return this.accounts.list(page.after);
  }

  @Patch(':id')
  @Operator()
  @Returns(AdminAccount)
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AccountChange }) change: AccountChange,
  ): Promise<AdminAccount> {
    return this.accounts.change(id, change);
  }

  @Delete(':id')
  @Operator()
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'erased' })
  delete(@Param('id', { schema: Id }) id: string): Promise<void> {
    return this.accounts.delete(id);
  }

  @Post(':id/cards')
  @Operator()
  @Returns(CardSummary, 201)
  addCard(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NewCard }) card: NewCard,
  ): Promise<CardSummary> {
    return this.accounts.addCard(id, card);
  }
}
