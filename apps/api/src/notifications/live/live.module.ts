import { Module } from '@nestjs/common';
import { AccessModule } from '../../access/access.module.js';
import { NotificationsModule } from '../notifications.module.js';
import { LiveController } from './live.controller.js';

/** The stream's route. Apart from NotificationsModule, which sign-in itself needs for its e-mails. */
@Module({ imports: [AccessModule, NotificationsModule], controllers: [LiveController] })
export class LiveModule {}
