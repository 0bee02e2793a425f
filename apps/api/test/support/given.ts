import { randomUUID } from 'node:crypto';
import { NewAccount } from '@num-ecard/contracts/accounts';
import type { CardProfile } from '@num-ecard/contracts/cards';
import type { Plan } from '@num-ecard/contracts/plans';
import type { z } from 'zod';
import { Accounts } from '../../src/accounts/accounts.service.js';
import type { RunningApp } from './app.js';
import { Client } from './client.js';

export const PASSWORD = 'a password of the tests';

export interface GivenAccount {
  readonly id: string;
  readonly email: string;
  /** Of its cards, in order. */
  readonly slugs: readonly string[];
  /** A browser in which the owner is signed in. */
  signIn(): Promise<Client>;
}

interface Wanted {
  readonly plan?: Plan;
  readonly timezone?: string;
  readonly locale?: 'fr' | 'en';
  readonly cards?: number;
  readonly profile?: z.input<typeof CardProfile>;
}

/** An account that only says what matters to the test. */
export async function givenAccount(running: RunningApp, wanted: Wanted = {}): Promise<GivenAccount> {
  const { plan = 'essentiel', timezone, locale, cards = 1, profile } = wanted;
  const name = randomUUID().slice(0, 8);
  const email = `owner-${name}@example.test`;
  const slugs = Array.from({ length: cards }, (_, index) => `card-${name}-${index}`);
  const account = await running.app.get(Accounts).createWithPassword(
    NewAccount.parse({
      name: `Owner ${name}`,
      email,
      plan,
      timezone,
      locale,
      cards: slugs.map((slug) => ({ slug, title: `Card ${slug}`, profile })),
    }),
    PASSWORD,
  );
  return {
    id: account.id,
    email,
    slugs,
    signIn: async () => {
      const client = new Client(running.url);
      await client.signIn(email, PASSWORD);
      return client;
    },
  };
}

/** A card of an account of its own. @returns its slug */
export async function givenCard(running: RunningApp, wanted: Omit<Wanted, 'cards'> = {}): Promise<string> {
  const { slugs } = await givenAccount(running, wanted);
  return slugs[0] as string;
}
