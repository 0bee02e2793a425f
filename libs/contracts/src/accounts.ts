/** The signed-in owner, and the operator's admin API. */
import { z } from 'zod';
import { CardProfile, CardSummary, PhotoDataUrl, Slug } from './cards.js';
import { Locale, TimeZone } from './locale.js';
import { Feature, Plan } from './plans.js';
import { line } from './text.js';

export const Account = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.email(),
    plan: Plan,
    locale: Locale,
    timezone: TimeZone,
    demo: z.boolean().describe('its visits are generated examples, and screens say so'),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

/** `GET /api/me` */
export const Me = z
  .object({ account: Account, features: z.array(Feature), cards: z.array(CardSummary) })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const NewCard = z
  .object({
    slug: Slug,
    title: line(120).describe("the owner's own name for the card"),
    profile: CardProfile.optional().describe('without it the card shows the title as its name'),
    photo: PhotoDataUrl.optional(),
  })
  .meta({ id: 'NewCard' });
export type NewCard = z.infer<typeof NewCard>;

/** `POST /api/admin/accounts` */
export const NewAccount = z
  .object({
    externalId: line(128).optional().describe("the shop's own id: the same one again creates nothing"),
    name: line(120),
    email: z
      .email()
      .max(254)
      .transform((email) => email.toLowerCase()),
    plan: Plan,
    locale: Locale.default('fr'),
    timezone: TimeZone.default('Europe/Paris'),
    cards: z.array(NewCard).max(500).default([]),
  })
  .meta({ id: 'NewAccount' });
export type NewAccount = z.infer<typeof NewAccount>;

/** `PATCH /api/admin/accounts/:id`: takes effect at the next request. */
export const AccountChange = z
  .object({
    name: line(120),
    plan: Plan,
    locale: Locale,
    timezone: TimeZone.describe('the visits are counted anew, by the new days, within a minute or so'),
    usageMonthsKept: z
      .int()
      .min(1)
      .max(25)
      .describe('months after which visits are deleted; 25 is the longest that the law allows'),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'must change something')
  .meta({ id: 'AccountChange' });
export type AccountChange = z.infer<typeof AccountChange>;

export const AdminAccount = Account.extend({
  externalId: z.string().nullable(),
  usageMonthsKept: z.int().min(1).max(25),
  createdAt: z.iso.datetime(),
  cards: z.array(CardSummary),
}).meta({ id: 'AdminAccount' });
export type AdminAccount = z.infer<typeof AdminAccount>;

export const AdminAccounts = z
  .object({ accounts: z.array(AdminAccount), next: z.string().nullable() })
  .meta({ id: 'AdminAccounts' });
export type AdminAccounts = z.infer<typeof AdminAccounts>;
