import { getRouteApi } from '@tanstack/react-router';
import { ChoosePasswordPage } from '../features/sign-in/choose-password-page';

const route = getRouteApi('/choose-password');

export function ChoosePasswordRoute() {
  const { token } = route.useSearch();
  return <ChoosePasswordPage token={token} />;
}
