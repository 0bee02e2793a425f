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
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeys } from './api-keys.service.js';
import { AuthController } from './auth.controller.js';
import { AUTH, createAuth } from './auth.js';
import { MeController } from './me.controller.js';
import { OwnerSignInCheck } from './owner-sign-in-check.js';
import { passwordMail } from './password-mail.js';
import { SessionsController } from './sessions.controller.js';
import { Sessions } from './sessions.service.js';
import { SettingsController } from './settings.controller.js';
import { AccountSettings } from './settings.service.js';
import { SignInUpkeep } from './sign-in-upkeep.js';
import { userLocale } from './user-locale.query.js';

@Module({
  imports: [CardsModule, NotificationsModule],
  controllers: [
    AuthController,
    MeController,
    SettingsController,
    SessionsController,
    ApiKeysController,
    AdminController,
  ],
  providers: [
    Accounts,
    AccountSettings,
    ApiKeys,
    Sessions,
    SignInUpkeep,
    { provide: SignInCheck, useClass: OwnerSignInCheck },
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
