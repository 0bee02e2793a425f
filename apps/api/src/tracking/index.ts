export { TrackingModule } from './tracking.module.js';
export { UsageStatistics } from './usage-statistics.js';
