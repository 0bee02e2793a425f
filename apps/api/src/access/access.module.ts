import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CardsModule } from '../cards/cards.module.js';
import { AccessGuard } from './access.guard.js';

/** Who may do what: one guard before every route. Exports the sign-in check. */
@Module({
  imports: [AccountsModule, CardsModule],
  providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
  exports: [AccountsModule],
})
export class AccessModule {}
