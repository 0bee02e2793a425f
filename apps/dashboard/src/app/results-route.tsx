import { ResultsPage } from '../features/referrals/results/results-page';

export function ResultsRoute() {
  return <ResultsPage />;
}
