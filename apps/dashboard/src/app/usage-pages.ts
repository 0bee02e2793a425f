import type { Feature } from '@num-ecard/contracts/plans';
import {
  IconChartLine,
  IconClick,
  IconHistory,
  IconLayoutDashboard,
  IconMapPin,
  IconQrcode,
  IconTable,
  type TablerIcon,
} from '@tabler/icons-react';

interface UsagePageEntry {
  readonly name: string;
  readonly to: string;
  /** What a model must have for its figures; without it the page shows an example. */
  readonly feature: Feature;
  readonly Icon: TablerIcon;
}

/** The screens of usage tracking, in the order of their tabs. */
export const USAGE_PAGES = [
  { name: 'overview', to: '/', feature: 'usage.summary', Icon: IconLayoutDashboard },
  { name: 'trends', to: '/trends', feature: 'usage.trends', Icon: IconChartLine },
  { name: 'places', to: '/places', feature: 'usage.geography', Icon: IconMapPin },
  { name: 'sources', to: '/sources', feature: 'usage.sources', Icon: IconQrcode },
  { name: 'engagement', to: '/engagement', feature: 'usage.full', Icon: IconClick },
  { name: 'visits', to: '/visits', feature: 'usage.full', Icon: IconHistory },
  { name: 'cards', to: '/cards', feature: 'usage.cross', Icon: IconTable },
] as const satisfies readonly UsagePageEntry[];

export type UsagePageName = (typeof USAGE_PAGES)[number]['name'];
