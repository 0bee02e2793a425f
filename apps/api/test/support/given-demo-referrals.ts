import { STATUSES } from '@num-ecard/contracts/referral-vocabulary';
import { DEMO_PASSWORD } from '../../src/demo/demo-accounts.js';
import type { RunningApp } from './app.js';
import { Client } from './client.js';
import { givenReferrals } from './given-referrals.js';

const NAMES = ['Sophie Dubois', 'Karim Benali', 'Lucie Martin', 'Hugo Lefèvre', 'Inès Garnier'];
const DAY = 86_400_000;

/** Prospects of the demo's Force de Vente: one in each status, one long waiting, one erased, one to be checked. */
export async function givenDemoReferrals(running: RunningApp): Promise<void> {
  const owner = new Client(running.url);
  await owner.signIn('force-de-vente@demo.test', DEMO_PASSWORD);
  const { account, cards } = (await owner.get('/api/me')).body;
  const slugs = cards.map(({ slug }: { slug: string }) => slug);
  const now = new Date();
  await givenReferrals(running, { id: account.id, slugs }, [
    ...STATUSES.map((status, index) => ({
      prospectName: NAMES[index] as string,
      status,
      contactedAt: status === 'new' ? null : now,
      convertedAt: status === 'converted' ? now : null,
      lostAt: status === 'lost' ? now : null,
    })),
    { prospectName: 'Zoé Blanc', receivedAt: new Date(now.getTime() - 3 * DAY) },
    { prospectName: null, prospectPhone: null, prospectEmail: null, message: null, erasedAt: now },
    { prospectName: 'Robot Un', held: 'suspicious' },
  ]);
}
