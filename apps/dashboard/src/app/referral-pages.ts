import { IconChartFunnel, IconListCheck, IconTrophy, IconUsers, type TablerIcon } from '@tabler/icons-react';

interface ReferralPageEntry {
  readonly name: string;
  readonly to: string;
  /** Whether an address below it is another page. */
  readonly exact: boolean;
  readonly Icon: TablerIcon;
}

/** The screens of referral tracking, in the order of their tabs. */
export const REFERRAL_PAGES = [
  { name: 'followUps', to: '/referrals', exact: true, Icon: IconListCheck },
  { name: 'prospects', to: '/referrals/prospects', exact: false, Icon: IconUsers },
  { name: 'results', to: '/referrals/results', exact: false, Icon: IconChartFunnel },
  { name: 'ambassadors', to: '/referrals/ambassadors', exact: false, Icon: IconTrophy },
] as const satisfies readonly ReferralPageEntry[];
