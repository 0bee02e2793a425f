import { Module } from '@nestjs/common';
import { PushModule } from '../push/push.module.js';
import { Notices } from './notices.js';

/** What other modules tell owners through. */
@Module({ imports: [PushModule], providers: [Notices], exports: [Notices] })
export class NoticesModule {}
