import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CardsModule } from '../cards/cards.module.js';
import { AccessGuard } from './access.guard.js';
import { FileSlots } from './file-slots.js';

/** Who may do what: one guard before every route, and how many files at once. Exports the sign-in check. */
@Module({
  imports: [AccountsModule, CardsModule],
  providers: [{ provide: APP_GUARD, useClass: AccessGuard }, FileSlots],
  exports: [AccountsModule, FileSlots],
})
export class AccessModule {}
