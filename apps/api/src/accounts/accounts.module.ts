import { Module } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SignInCheck } from '../access/sign-in-check.js';
import { CardsModule } from '../cards/cards.module.js';
import { CONFIG, type Config } from '../config/config.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { Outbox } from '../notifications/outbox.js';
import { Accounts } from './accounts.service.js';
import { AdminController } from './admin.controller.js';
import { AuthController } from './auth.controller.js';
import { AUTH, createAuth } from './auth.js';
import { MeController } from './me.controller.js';
import { passwordMail } from './password-mail.js';
import { SessionSignInCheck } from './session-sign-in-check.js';
import { SignInUpkeep } from './sign-in-upkeep.js';
import { userLocale } from './user-locale.query.js';

@Module({
  imports: [CardsModule, NotificationsModule],
  controllers: [AuthController, MeController, AdminController],
  providers: [
    Accounts,
    SignInUpkeep,
    { provide: SignInCheck, useClass: SessionSignInCheck },
    {
      provide: AUTH,
      inject: [getDataSourceToken(), CONFIG, Outbox],
      useFactory: (dataSource: DataSource, config: Config, outbox: Outbox) =>
        createAuth(dataSource, config, async (user, token) => {
          const locale = await userLocale(dataSource, user.id);
          const { publicUrl } = config;
          await outbox.mail(passwordMail('reset', { to: user.email, locale, publicUrl, token }));
        }),
    },
  ],
  exports: [SignInCheck, Accounts, AUTH],
})
export class AccountsModule {}
