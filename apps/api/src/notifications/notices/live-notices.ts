import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { NOTICE_FEATURES } from '@num-ecard/contracts/notices';
import { featuresOf, planHas } from '@num-ecard/contracts/plans';
import { type DataSource, In } from 'typeorm';
import { type LiveEvent, LiveStreams } from '../live/live-streams.js';
import { answer } from './notice-list.js';
import { Notice } from './notice.entity.js';
import { noticesSince } from './notices-since.query.js';
import { NOTICE } from './notices.js';
import { toldAccount } from './told-account.query.js';

/** Tells open streams what the owner is told. Recommendations are told by their own module, which has the names. */
@Injectable()
export class LiveNotices implements OnModuleInit {
  constructor(
    private readonly streams: LiveStreams,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.streams.register(NOTICE, {
      // Whoever opens a stream reads the list as well: there is no state to be told, only what was missed.
      current: (accountId, since) => this.since(accountId, since),
      changed: (accountId, ids) => this.events(accountId, ids),
    });
  }

  private async since(accountId: string, since: Date): Promise<LiveEvent[]> {
    const account = await toldAccount(this.dataSource.manager, accountId);
    if (account === undefined) return [];
    const features = featuresOf(account.plan).filter((feature) => feature !== NOTICE_FEATURES.recommendation);
    return (await noticesSince(this.dataSource, accountId, since, features)).map(told);
  }

  private async events(accountId: string, ids: readonly string[]): Promise<LiveEvent[]> {
    const account = await toldAccount(this.dataSource.manager, accountId);
    if (account === undefined) return [];
    const notices = await this.dataSource.manager.find(Notice, {
      where: { accountId, id: In([...ids]) },
      order: { at: 'ASC', id: 'ASC' },
    });
    return notices
      .filter(({ kind }) => kind !== 'recommendation' && planHas(account.plan, NOTICE_FEATURES[kind]))
      .map(told);
  }
}

function told(notice: Notice): LiveEvent {
  const { readAt: _, ...data } = answer(notice);
  return { event: 'notification', data, once: { id: notice.id, at: notice.at } };
}
