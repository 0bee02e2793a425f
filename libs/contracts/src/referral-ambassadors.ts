/** Those who recommend. Feature `referral`. */
import { z } from 'zod';
import { areOrdered, Day, ORDERED } from './period.js';
import { line, paragraph } from './text.js';

const Moment = z.iso.datetime();

/** `GET /api/recommendations/ambassadors`: the last 30 days unless given */
export const AmbassadorsQuery = z
  .object({ from: Day.optional(), to: Day.optional() })
  .refine(areOrdered, ORDERED);
export type AmbassadorsQuery = z.infer<typeof AmbassadorsQuery>;

const AmbassadorContact = {
  id: z.uuid(),
  name: z.string().nullable().describe('null once erased'),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  phoneDisplay: z.string().nullable(),
  thankedAt: Moment.nullable(),
};

export const RankedAmbassadors = z
  .object({
    ambassadors: z.array(
      z.object({
        ...AmbassadorContact,
        rank: z.int(),
        received: z.int(),
        contacted: z.int(),
        converted: z.int(),
        valueCents: z.int(),
      }),
    ),
  })
  .meta({ id: 'RankedAmbassadors' });
export type RankedAmbassadors = z.infer<typeof RankedAmbassadors>;

/** `GET /api/recommendations/ambassadors/:id` */
export const Ambassador = z
  .object({
    ...AmbassadorContact,
    createdAt: Moment,
    erasedAt: Moment.nullable(),
    received: z.int().describe('ever'),
    contacted: z.int(),
    converted: z.int(),
    valueCents: z.int(),
    links: z
      .array(z.object({ card: z.string(), url: z.url(), qrSvg: z.string(), qrPng: z.string() }))
      .describe('personal links, one a card: by them the ambassador need not type who they are'),
  })
  .meta({ id: 'Ambassador' });
export type Ambassador = z.infer<typeof Ambassador>;

/** `GET /api/recommendations/ambassadors/all`: every one known, by name. */
export const KnownAmbassadors = z
  .object({ ambassadors: z.array(z.object(AmbassadorContact)) })
  .meta({ id: 'KnownAmbassadors' });
export type KnownAmbassadors = z.infer<typeof KnownAmbassadors>;

/** `POST /api/recommendations/ambassadors`: makes their personal link before they recommend anybody. */
export const NewAmbassador = z
  .strictObject({
    name: line(120),
    email: z
      .email()
      .max(254)
      .transform((email) => email.toLowerCase())
      .nullish(),
    phone: line(40).nullish(),
  })
  .refine(({ email, phone }) => (email ?? phone ?? null) !== null, {
    path: ['email'],
    message: 'or `phone` must be given',
  })
  .meta({ id: 'NewAmbassador' });
export type NewAmbassador = z.infer<typeof NewAmbassador>;

/** `POST /api/recommendations/ambassadors/:id/thanks`: an e-mail with the link to their own page. */
export const Thanks = z.strictObject({ message: paragraph(1000).nullish() }).meta({ id: 'AmbassadorThanks' });
export type Thanks = z.infer<typeof Thanks>;
