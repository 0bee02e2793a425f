import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { meQuery } from '../features/session/me.query';
import { SignInPage } from '../features/sign-in/sign-in-page';

const route = getRouteApi('/sign-in');

/** Sign-in, and back to where the owner was going. */
export function SignInRoute() {
  const { next = '/' } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  // Asked anew: on the way out of a session the cache still knows whose it was.
  const me = useQuery({ ...meQuery, refetchOnMount: 'always' });
  const signedIn = me.isSuccess && me.isFetchedAfterMount;
  useEffect(() => {
    if (signedIn) void router.navigate({ href: next, replace: true });
  }, [signedIn, next, router]);
  return (
    <SignInPage
      returns={next !== '/'}
      onSignedIn={async () => {
        queryClient.clear();
        await router.navigate({ href: next, replace: true });
      }}
    />
  );
}
