/** Keys by which an owner's own programs read what the owner may read. */
import { z } from 'zod';
import { line } from './text.js';

export const MAX_API_KEYS = 10;

/** `POST /api/keys` */
export const NewApiKey = z
  .strictObject({ name: line(60).describe('what it is for, in the words of the owner') })
  .meta({ id: 'NewApiKey' });
export type NewApiKey = z.infer<typeof NewApiKey>;

export const ApiKey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string().describe('how the key begins, to tell one from another'),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable().describe('to the minute'),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof ApiKey>;

/** `GET /api/keys`, the newest first. */
export const ApiKeys = z.object({ keys: z.array(ApiKey) }).meta({ id: 'ApiKeys' });
export type ApiKeys = z.infer<typeof ApiKeys>;

/** The answer to `POST /api/keys`: the only one that ever holds the key itself. */
export const CreatedApiKey = ApiKey.extend({
  key: z.string().describe('shown once; the server keeps only a digest of it'),
}).meta({ id: 'CreatedApiKey' });
export type CreatedApiKey = z.infer<typeof CreatedApiKey>;
