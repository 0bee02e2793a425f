export { TrackingModule } from './tracking.module.js';
export { UsageKeeping } from './usage-keeping.js';
export { type Asker, type StatisticsScope, UsageStatistics } from './usage-statistics.js';
