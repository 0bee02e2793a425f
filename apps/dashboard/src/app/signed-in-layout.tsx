import { Box, Container, Divider, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { DownloadsAside } from '../features/exports/downloads-aside';
import { ToldAtOnce } from '../features/referrals/told/told-at-once';
import { AccountButton } from '../features/session/account-button';
import { meQuery } from '../features/session/me.query';
import { changeLocale, chosenLocale } from '../lib/i18n';
import { Live } from '../lib/live';
import { isSignedOut } from '../lib/request-error';
import { Brand } from '../ui/brand';
import { FailureNotice } from '../ui/failure-notice';
import { BellPlace } from './bell-place';
import { FootNav, HeaderNav } from './main-nav';
import { PageSkeleton } from './page-skeleton';
import classes from './signed-in-layout.module.css';

/** What every signed-in page has around it; leads to sign-in when nobody is signed in. */
export function SignedInLayout() {
  const me = useQuery(meQuery);
  const router = useRouter();
  const queryClient = useQueryClient();
  const accountLocale = me.data?.account.locale;

  useEffect(() => {
    if (accountLocale !== undefined && chosenLocale() === undefined) void changeLocale(accountLocale);
  }, [accountLocale]);

  const referrals = me.data?.features.includes('referral') ?? false;
  const signedOut = isSignedOut(me.error);
  useEffect(() => {
    if (!signedOut) return;
    // Read once, not as a hook: while sign-in loads, the location is already its own.
    const { href } = router.state.location;
    void router.navigate({ to: '/sign-in', search: href === '/' ? {} : { next: href }, replace: true });
  }, [signedOut, router]);

  async function leave() {
    await router.navigate({ to: '/sign-in', search: {} });
    queryClient.clear();
  }

  return (
    <Live
      open={(me.data?.cards.length ?? 0) > 0}
      onLookAgain={() => void queryClient.invalidateQueries(meQuery)}
    >
      <Box component="header" bg="var(--num-surface)">
        <Container size="page" h="var(--num-bar-height)">
          <Group h="100%" justify="space-between" wrap="nowrap">
            <Brand />
            <HeaderNav referrals={referrals} />
            <Group gap="md" wrap="nowrap">
              {me.data?.features.includes('usage.notifications') && (
                <BellPlace timeZone={me.data.account.timezone} />
              )}
              {me.data && <AccountButton account={me.data.account} onSignedOut={() => void leave()} />}
            </Group>
          </Group>
        </Container>
        <Divider />
      </Box>
      <Container component="main" size="page" py={{ base: 'md', sm: 'xl' }}>
        <DownloadsAside />
        {me.data ? (
          <Outlet />
        ) : me.isError && !signedOut ? (
          <FailureNotice
            order={1}
            error={me.error}
            retrying={me.isFetching}
            onRetry={() => void me.refetch()}
          />
        ) : (
          <PageSkeleton />
        )}
      </Container>
      {/* The place that the bar covers; then the bar. */}
      <Box h="var(--num-bar-height)" hiddenFrom="sm" />
      <Box
        component="footer"
        hiddenFrom="sm"
        pos="fixed"
        bottom={0}
        left={0}
        right={0}
        h="var(--num-bar-height)"
        bg="var(--num-surface)"
        className={classes['foot']}
      >
        <Divider />
        <FootNav referrals={referrals} />
      </Box>
      {referrals && <ToldAtOnce />}
    </Live>
  );
}
