import '../locales/referrals';
import { Group, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { ReferralsLocked } from '../features/referrals/referrals-locked';
import { useLiveReferrals } from '../features/referrals/use-live-referrals';
import { meQuery } from '../features/session/me.query';
import { DemoMark } from '../ui/demo-mark';
import { ReferralTabs } from './referral-tabs';

/** What stands above every screen of referrals; for other models, an example in the place of them all. */
export function ReferralsRoute() {
  const { account, features } = useSuspenseQuery(meQuery).data;
  if (!features.includes('referral')) return <ReferralsLocked />;
  return <Referrals demo={account.demo} />;
}

function Referrals({ demo }: { demo: boolean }) {
  useLiveReferrals();
  return (
    <Stack gap="lg">
      {demo && (
        <Group justify="flex-end">
          <DemoMark />
        </Group>
      )}
      <ReferralTabs />
      <Outlet />
    </Stack>
  );
}
