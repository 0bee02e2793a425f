import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Operator } from '../access/requirements.js';
import { Cards } from '../cards/cards.service.js';
import { NotFound } from '../http/problem-error.js';
import { UsageKeeping } from './usage-keeping.js';

@ApiTags('operator')
@Controller('api/admin/accounts/:id/cards/:key/usage')
export class UsageAdminController {
  constructor(
    private readonly cards: Cards,
    private readonly keeping: UsageKeeping,
  ) {}

  /** Erases all that was measured of a card; the card stays. */
  @Delete()
  @Operator()
  @HttpCode(204)
  async erase(@Param('id', { schema: z.uuid() }) id: string, @Param('key') key: string): Promise<void> {
    const card = await this.cards.ofAccountByKey(id, key);
    if (card === null) throw new NotFound('There is no such card.');
    await this.keeping.eraseCard(id, card.id);
  }
}
