import { Module, type OnModuleInit } from '@nestjs/common';
import { AccessModule } from '../../access/access.module.js';
import { SignInCheck } from '../../access/sign-in-check.js';
import { NotificationsModule } from '../notifications.module.js';
import { LiveController } from './live.controller.js';
import { LiveStreams } from './live-streams.js';

/** The stream's route. Apart from NotificationsModule, which sign-in itself needs for its e-mails. */
@Module({ imports: [AccessModule, NotificationsModule], controllers: [LiveController] })
export class LiveModule implements OnModuleInit {
  constructor(
    private readonly streams: LiveStreams,
    private readonly signIn: SignInCheck,
  ) {}

  onModuleInit(): void {
    this.streams.askWith((credentials) => this.signIn.standing(credentials, new Date()));
  }
}
