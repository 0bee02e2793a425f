import { Module } from '@nestjs/common';
import { ProspectAnswers } from '../referral/own-pages/prospect-answers.js';
import { ReferralModule } from '../referral/index.js';
import { Announcement } from '../referral/form/announcement.js';
import { Submissions } from '../referral/form/submissions.js';
import { ReferralReplay } from './referral-replay.service.js';

/** What happened in the past is not news: nobody is told of it. */
const UNTOLD: Pick<Announcement, 'make' | 'tellConsent'> = {
  make: async () => undefined,
  tellConsent: async () => undefined,
};

/** The services of referral tracking as everybody's are, but that they tell nobody. */
@Module({
  imports: [ReferralModule],
  providers: [{ provide: Announcement, useValue: UNTOLD }, Submissions, ProspectAnswers, ReferralReplay],
  exports: [ReferralReplay],
})
export class DemoReferralsModule {}
