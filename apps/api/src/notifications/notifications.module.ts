import { Module } from '@nestjs/common';
import { LiveStreams } from './live/live-streams.js';
import { Outbox } from './outbox.js';

/** What other modules tell people through: the outbox and the live streams. It knows no domain, only messages. */
@Module({ providers: [Outbox, LiveStreams], exports: [Outbox, LiveStreams] })
export class NotificationsModule {}
