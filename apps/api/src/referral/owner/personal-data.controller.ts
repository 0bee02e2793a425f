import { Controller, Delete, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Ambassador } from '@num-ecard/contracts/referral-ambassadors';
import { RecommendationRecord } from '@num-ecard/contracts/referral';
import {
  PersonalDataQuery,
  PersonalData as PersonalDataAnswer,
} from '@num-ecard/contracts/referral-personal-data';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, type SignedInAccount } from '../../access/current-account.js';
import { Requires } from '../../access/requirements.js';
import { Returns } from '../../http/returns.decorator.js';
import { AmbassadorBook } from './ambassador-book.js';
import { OwnId } from './own-id.pipe.js';
import { PersonalData } from './personal-data.js';
import { RecommendationReader } from './recommendation-reader.js';
import { referenceOf } from '../rules/reference.js';

@ApiTags('referral')
@Controller('api/recommendations')
export class PersonalDataController {
  constructor(
    private readonly personalData: PersonalData,
    private readonly reader: RecommendationReader,
    private readonly book: AmbassadorBook,
  ) {}

  @Get(':id/personal-data')
  @Requires('referral')
  @Returns(PersonalDataAnswer)
  export(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('recommendation')) id: string,
    @Query({ schema: PersonalDataQuery }) { person }: PersonalDataQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonalDataAnswer> {
    const name = `num-ecard-${person}-${referenceOf(id)}.json`;
    void reply.header('content-disposition', `attachment; filename="${name}"`);
    return this.personalData.export(account.id, id, person);
  }

  @Delete(':id/personal-data')
  @Requires('referral')
  @Returns(RecommendationRecord)
  async erase(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('recommendation')) id: string,
    @Query({ schema: PersonalDataQuery }) { person }: PersonalDataQuery,
  ): Promise<RecommendationRecord> {
    await this.personalData.erase(account.id, id, person);
    return this.reader.record(account.id, id);
  }

  @Delete('ambassadors/:id/personal-data')
  @Requires('referral')
  @Returns(Ambassador)
  async eraseAmbassador(
    @CurrentAccount() account: SignedInAccount,
    @Param('id', new OwnId('ambassador')) id: string,
  ): Promise<Ambassador> {
    await this.personalData.eraseAmbassador(account.id, id);
    return this.book.one(account.id, id);
  }
}
