export { TrackingModule } from './tracking.module.js';
export { UsageKeeping } from './usage-keeping.js';
export { UsageStatistics } from './usage-statistics.js';
