/** What an owner changes of a card, and how it looks before it is saved. */
import { z } from 'zod';
import { CardProfile, CardSummary, Phone, PhotoDataUrl } from './cards.js';
import { Locale } from './locale.js';
import { line } from './text.js';

const TypedNumber = line(40).describe(
  "as people write it; without a country code it is one of the address's country, else of France",
);

/** A profile whose numbers are as the owner typed them; the API stores them in E.164. */
export const TypedProfile = CardProfile.extend({
  phones: z
    .array(Phone.extend({ number: TypedNumber }).meta({ id: 'TypedPhone' }))
    .max(6)
    .default([]),
  whatsapp: TypedNumber.optional(),
}).meta({ id: 'TypedProfile' });
export type TypedProfile = z.infer<typeof TypedProfile>;

const Revision = z.iso.datetime().describe('changes whenever the card does');

/** `GET /api/cards/:card` */
export const CardDetail = CardSummary.extend({
  profile: CardProfile,
  photo: z.string().nullable().describe('its path on this site'),
  shownNumbers: z
    .object({ phones: z.array(z.string()), whatsapp: z.string().nullable() })
    .describe("the profile's numbers as people write them"),
  revision: Revision,
}).meta({ id: 'CardDetail' });
export type CardDetail = z.infer<typeof CardDetail>;

/** `PATCH /api/cards/:card`: the profile as a whole; null takes the photo away. */
export const CardChange = z
  .object({
    title: line(120),
    profile: TypedProfile,
    photo: PhotoDataUrl.nullable(),
    revision: Revision.describe('what the change was made from: 409 when the card has changed since'),
  })
  .partial()
  .refine(
    ({ title, profile, photo }) => [title, profile, photo].some((part) => part !== undefined),
    'must change something',
  )
  .meta({ id: 'CardChange' });
export type CardChange = z.infer<typeof CardChange>;

/** `PUT /api/cards/:card/photo` */
export const PhotoChange = z.object({ photo: PhotoDataUrl }).meta({ id: 'PhotoChange' });
export type PhotoChange = z.infer<typeof PhotoChange>;

/** `POST /api/cards/:card/preview`: without `photo` the card's own, with null none. */
export const CardPreview = z
  .object({
    title: line(120).optional(),
    profile: TypedProfile,
    photo: PhotoDataUrl.nullable().optional(),
    locale: Locale.optional().describe("the visitor's language; else the account's"),
  })
  .meta({ id: 'CardPreview' });
export type CardPreview = z.infer<typeof CardPreview>;
