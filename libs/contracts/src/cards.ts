/** A card's address and profile. */
import { z } from 'zod';
import { line, paragraph, webAddress } from './text.js';

/** The last part of a card's address, `/c/<slug>`. */
export const Slug = z
  .string()
  .min(2)
  .max(64)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be a lower-case slug such as patrice-durand')
  .meta({ id: 'Slug', example: 'patrice' });

export const PHONE_KINDS = ['mobile', 'work', 'fax'] as const;

export const Phone = z
  .object({
    kind: z.enum(PHONE_KINDS),
    number: z
      .string()
      .trim()
      .regex(/^\+[1-9]\d{5,14}$/, 'must be an international number such as +33612345678'),
  })
  .meta({ id: 'Phone' });
export type Phone = z.infer<typeof Phone>;

export const PostalAddress = z
  .object({
    street: line(200).optional(),
    postalCode: line(16).optional(),
    city: line(100).optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code such as FR')
      .optional(),
  })
  .meta({ id: 'PostalAddress' });
export type PostalAddress = z.infer<typeof PostalAddress>;

export const SOCIAL_NETWORKS = ['linkedin', 'instagram', 'facebook', 'x', 'youtube', 'tiktok'] as const;
export type SocialNetwork = (typeof SOCIAL_NETWORKS)[number];

/** What a card shows. Only the name is required; a missing part is simply not on the card. */
export const CardProfile = z
  .object({
    name: line(120),
    role: line(120).optional(),
    company: line(120).optional(),
    tagline: paragraph(280).optional(),
    phones: z.array(Phone).max(6).default([]),
    whatsapp: Phone.shape.number.optional(),
    email: z.email().max(254).optional(),
    website: webAddress(500).optional(),
    calendar: webAddress(500).optional().describe('a page where an appointment can be booked'),
    address: PostalAddress.optional(),
    socials: z.partialRecord(z.enum(SOCIAL_NETWORKS), webAddress(500)).default({}),
    color: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #0b5fff')
      .default('#1f3a5f'),
  })
  .meta({ id: 'CardProfile' });
export type CardProfile = z.infer<typeof CardProfile>;

/** Largest photo in bytes, once decoded. */
export const MAX_PHOTO_BYTES = 512 * 1024;

/** A JPEG or PNG as a data URL. */
export const PhotoDataUrl = z
  .string()
  .max(Math.ceil((MAX_PHOTO_BYTES * 4) / 3) + 32)
  .regex(/^data:image\/(?:jpeg|png);base64,[A-Za-z0-9+/]+={0,2}$/, 'must be a data URL of a JPEG or PNG')
  .meta({ id: 'PhotoDataUrl' });

/** A card as its owner sees it in lists. */
export const CardSummary = z
  .object({
    id: z.uuid(),
    slug: Slug,
    title: z.string().describe("the owner's own name for it"),
    name: z.string().describe('whose it is, as its visitors read it'),
    url: z.string(),
  })
  .meta({ id: 'CardSummary' });
export type CardSummary = z.infer<typeof CardSummary>;
