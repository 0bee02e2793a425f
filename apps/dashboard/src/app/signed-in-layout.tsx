import { AppShell, Box, Container, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountButton } from '../features/session/account-button';
import { meQuery } from '../features/session/me.query';
import { chosenLocale } from '../lib/i18n';
import { isSignedOut } from '../lib/request-error';
import { Brand } from '../ui/brand';
import { FailureNotice } from '../ui/failure-notice';
import { HEADER_HEIGHT } from '../ui/theme';
import { MainNav } from './main-nav';
import { PageSkeleton } from './page-skeleton';

/** What every signed-in page has around it; leads to sign-in when nobody is signed in. */
export function SignedInLayout() {
  const me = useQuery(meQuery);
  const router = useRouter();
  const queryClient = useQueryClient();
  const { i18n } = useTranslation();
  const accountLocale = me.data?.account.locale;

  useEffect(() => {
    if (accountLocale !== undefined && chosenLocale() === undefined) void i18n.changeLanguage(accountLocale);
  }, [accountLocale, i18n]);

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
    <AppShell
      header={{ height: HEADER_HEIGHT }}
      footer={{ height: { base: HEADER_HEIGHT, sm: 0 } }}
      transitionDuration={0}
    >
      <AppShell.Header bg="var(--num-surface)">
        <Container size="page" h="100%">
          <Group h="100%" justify="space-between" wrap="nowrap">
            <Brand />
            <Box visibleFrom="sm" h="100%">
              <MainNav />
            </Box>
            {me.data && <AccountButton account={me.data.account} onSignedOut={() => void leave()} />}
          </Group>
        </Container>
      </AppShell.Header>
      <AppShell.Main>
        <Container size="page" py={{ base: 'md', sm: 'xl' }}>
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
      </AppShell.Main>
      <AppShell.Footer bg="var(--num-surface)" hiddenFrom="sm">
        <MainNav foot />
      </AppShell.Footer>
    </AppShell>
  );
}
