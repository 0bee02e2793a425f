export { ReferralModule } from './referral.module.js';
export { ReferralStatistics } from './referral-statistics.js';
