import '../locales/referrals';
import { Box, Flex, Group, Stack } from '@mantine/core';
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
      <Flex
        direction={{ base: 'column-reverse', sm: 'row' }}
        justify="space-between"
        gap="sm"
        align={{ sm: 'center' }}
      >
        <Box miw={0}>
          <ReferralTabs />
        </Box>
        {demo && (
          <Group justify="flex-end" flex="none">
            <DemoMark />
          </Group>
        )}
      </Flex>
      <Outlet />
    </Stack>
  );
}
