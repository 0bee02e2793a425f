/** `POST /api/cards/:slug/recommendations`: the form "Recommander un ami" of a card. */
import { z } from 'zod';
import { line, typedLine, typedParagraph } from './text.js';

/** As people type it; the server reads it with the numbering plans of France, its overseas places and other countries. */
const TypedPhone = typedLine(40);
/** Long enough for any name; nobody's is cut off. */
const MAX_NAME = 200;
const Email = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase());

/** An absent, empty or null part is one that was left out: forms send empty strings. */
function leftOut<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
    schema.nullish().transform((value) => value ?? null),
  );
}

/** Said beside whatever else is wrong, so that nobody has to correct a form twice. */
const ALSO_BESIDE_OTHERS = {
  when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
};
const REACHABLE = { ...ALSO_BESIDE_OTHERS, path: ['phone'], message: 'or `email` must be given' };

function isReachable({ phone, email }: { phone?: unknown; email?: unknown }): boolean {
  return (phone ?? email ?? null) !== null;
}

const TypedAmbassador = z
  .object({ name: typedLine(MAX_NAME), email: leftOut(Email), phone: leftOut(TypedPhone) })
  .refine(isReachable, REACHABLE);

const TypedProspect = z
  .object({
    name: typedLine(MAX_NAME),
    phone: leftOut(TypedPhone),
    email: leftOut(Email),
    company: leftOut(typedLine(MAX_NAME)),
  })
  .refine(isReachable, REACHABLE);

export const MAX_MESSAGE = 12_000;

export const NewRecommendation = z
  .object({
    ambassador: TypedAmbassador.optional().describe('may be left out beside a valid `via`'),
    via: leftOut(line(64)).describe('the token of the personal link by which the ambassador came'),
    prospect: TypedProspect,
    relation: leftOut(typedLine(200)).describe('what they are to each other, such as "voisine"'),
    message: leftOut(typedParagraph(MAX_MESSAGE)),
    declaration: z
      .literal(true, { error: 'must be true' })
      .describe('the ambassador declares that the prospect agreed to being recommended'),
    idempotencyKey: leftOut(line(200)).describe('the same as the header `Idempotency-Key`, for forms'),
    opened: leftOut(line(200)).describe(
      'what the page was given when it was opened: tells how long typing took',
    ),
    objet: leftOut(typedLine(12_000)).describe(
      'a field that people do not see; whoever fills it in is looked at by the owner',
    ),
  })
  .refine(({ ambassador, via }) => (ambassador ?? via ?? null) !== null, {
    ...ALSO_BESIDE_OTHERS,
    path: ['ambassador'],
    message: 'must be given',
  })
  .meta({ id: 'NewRecommendation' });
export type NewRecommendation = z.infer<typeof NewRecommendation>;

/** What the ambassador's browser gets; the same again for the same key. */
export const RecommendationReceipt = z
  .object({
    reference: z.string().describe('short, to be said aloud'),
    consentUrl: z.url().describe("the prospect's own page, to be forwarded to them"),
    statusUrl: z.url().describe('where the ambassador sees, in general words, how it goes'),
    proofUrl: z
      .url()
      .optional()
      .describe(
        'there when the entry is kept apart for the owner: a solved challenge from there lets it through at once',
      ),
  })
  .meta({ id: 'RecommendationReceipt' });
export type RecommendationReceipt = z.infer<typeof RecommendationReceipt>;

/** `POST` of a `proofUrl`: an ALTCHA payload, base64. */
export const ProofOfWork = z.object({ payload: z.string().min(1).max(4000) }).meta({ id: 'ProofOfWork' });
export type ProofOfWork = z.infer<typeof ProofOfWork>;

/** `POST /r/:token`, form-encoded: what the prospect answers. */
export const CONSENT_CHOICES = ['yes', 'no', 'erase', 'object'] as const;
export const ConsentAnswer = z.object({ choice: z.enum(CONSENT_CHOICES) });
export type ConsentChoice = (typeof CONSENT_CHOICES)[number];
