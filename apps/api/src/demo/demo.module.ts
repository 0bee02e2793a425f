import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CardsModule } from '../cards/cards.module.js';
import { TrackingModule } from '../tracking/index.js';
import { ReferralModule } from '../referral/index.js';
import { DemoReferralsModule } from './demo-referrals.module.js';
import { Demo } from './demo.service.js';

/** Part of the application only when it is started as the demo. */
@Module({
  imports: [AccountsModule, CardsModule, TrackingModule, ReferralModule, DemoReferralsModule],
  providers: [Demo],
})
export class DemoModule {}
