import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { SignInPage } from '../features/sign-in/sign-in-page';

const route = getRouteApi('/sign-in');

/** Sign-in, and back to where the owner was going. */
export function SignInRoute() {
  const { next = '/' } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  return (
    <SignInPage
      onSignedIn={async () => {
        queryClient.clear();
        await router.navigate({ href: next, replace: true });
      }}
    />
  );
}
