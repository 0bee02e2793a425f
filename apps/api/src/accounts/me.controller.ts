import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Me } from '@num-ecard/contracts/accounts';
import { featuresOf } from '@num-ecard/contracts/plans';
import { CurrentAccount, type SignedInAccount } from '../access/current-account.js';
import { SignedIn } from '../access/requirements.js';
import { Cards } from '../cards/cards.service.js';
import { Returns } from '../http/returns.decorator.js';

@ApiTags('owner')
@Controller('api/me')
export class MeController {
  constructor(private readonly cards: Cards) {}

  @Get()
  @SignedIn()
  @Returns(Me)
  async me(@CurrentAccount() account: SignedInAccount): Promise<Me> {
    const cards = await this.cards.ofAccount(account.id);
    return {
      account,
      features: featuresOf(account.plan),
      cards: cards.map((card) => this.cards.summary(card)),
    };
  }
}
