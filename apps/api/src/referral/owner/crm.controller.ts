import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import {
  BoardQuery,
  FollowUps,
  FollowUpsQuery,
  HeldRecommendations,
  NewNote,
  NewReminder,
  RecommendationBoard,
  RecommendationRecord,
  Recommendations,
  RecommendationsQuery,
  ReminderChange,
  Review,
  StatusCorrection,
  StatusMove,
} from '@num-ecard/contracts/referral';
import { CurrentAccount, type SignedInAccount } from '../../access/current-account.js';
import { Requires } from '../../access/requirements.js';
import { Returns } from '../../http/returns.decorator.js';
import { OwnId } from './own-id.pipe.js';
import { RecommendationAttention } from './recommendation-attention.js';
import { RecommendationChanges } from './recommendation-changes.js';
import { RecommendationReader } from './recommendation-reader.js';

@ApiTags('referral')
@Controller('api/recommendations')
export class CrmController {
  constructor(
    private readonly reader: RecommendationReader,
    private readonly changes: RecommendationChanges,
    private readonly attention: RecommendationAttention,
  ) {}

  @Get()
  @Requires('referral')
  @Returns(Recommendations)
  list(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: RecommendationsQuery }) query: RecommendationsQuery,
  ): Promise<Recommendations> {
    return this.reader.list(account.id, query);
  }

  @Get('board')
  @Requires('referral')
  @Returns(RecommendationBoard)
  board(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: BoardQuery }) query: BoardQuery,
  ): Promise<RecommendationBoard> {
    return this.reader.board(account.id, query);
  }

  @Get('follow-ups')
  @Requires('referral')
  @Returns(FollowUps)
  followUps(
    @CurrentAccount() account: SignedInAccount,
    @Query({ schema: FollowUpsQuery }) { limit }: FollowUpsQuery,
  ): Promise<FollowUps> {
    return this.attention.followUps(account.id, limit, new Date());
  }

  @Get('held')
  @Requires('referral')
  @Returns(HeldRecommendations)
  held(@CurrentAccount() account: SignedInAccount): Promise<HeldRecommendations> {
    return this.attention.held(account.id);
  }

  @Post(':id/review')
  @Requires('referral')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'let through, or refused' })
  review(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('recommendation')) id: string,
    @Body({ schema: Review }) { accept }: Review,
  ): Promise<void> {
    return this.attention.review(account.id, id, accept, new Date());
  }

  @Get(':id')
  @Requires('referral')
  @Returns(RecommendationRecord)
  record(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('recommendation')) id: string,
  ): Promise<RecommendationRecord> {
    return this.reader.record(account.id, id);
  }

  @Post(':id/status')
  @Requires('referral')
  @HttpCode(200)
  @Returns(RecommendationRecord)
  async move(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('recommendation')) id: string,
    @Body({ schema: StatusMove }) wanted: StatusMove,
  ): Promise<RecommendationRecord> {
    await this.changes.move(account.id, id, wanted, new Date());
    return this.reader.record(account.id, id);
  }

  @Post(':id/corrections')
  @Requires('referral')
  @HttpCode(200)
  @Returns(RecommendationRecord)
  async correct(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('recommendation')) id: string,
    @Body({ schema: StatusCorrection }) wanted: StatusCorrection,
  ): Promise<RecommendationRecord> {
    await this.changes.correct(account.id, id, wanted, new Date());
    return this.reader.record(account.id, id);
  }

  @Post(':id/notes')
  @Requires('referral')
  @Returns(RecommendationRecord, 201)
  async addNote(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('recommendation')) id: string,
    @Body({ schema: NewNote }) { text }: NewNote,
  ): Promise<RecommendationRecord> {
    await this.changes.addNote(account.id, id, text, new Date());
    return this.reader.record(account.id, id);
  }

  @Post(':id/reminders')
  @Requires('referral')
  @Returns(RecommendationRecord, 201)
  async addReminder(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('recommendation')) id: string,
    @Body({ schema: NewReminder }) wanted: NewReminder,
  ): Promise<RecommendationRecord> {
    await this.changes.addReminder(account.id, id, wanted, new Date());
    return this.reader.record(account.id, id);
  }

  @Post(':id/reminders/:reminder')
  @Requires('referral')
  @HttpCode(200)
  @Returns(RecommendationRecord)
  async finishReminder(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('recommendation')) id: string,
    @Param('reminder', new OwnId('reminder')) reminder: string,
    @Body({ schema: ReminderChange }) { done }: ReminderChange,
  ): Promise<RecommendationRecord> {
    await this.changes.finishReminder(account.id, id, reminder, done, new Date());
    return this.reader.record(account.id, id);
  }

  @Delete(':id/reminders/:reminder')
  @Requires('referral')
  @Returns(RecommendationRecord)
  async removeReminder(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('recommendation')) id: string,
    @Param('reminder', new OwnId('reminder')) reminder: string,
  ): Promise<RecommendationRecord> {
    await this.changes.removeReminder(account.id, id, reminder, new Date());
    return this.reader.record(account.id, id);
  }
}
