/** Errors as RFC 9457 `application/problem+json`. */
import { z } from 'zod';
import { Feature, Plan } from './plans.js';

export const PROBLEM_CODES = [
  'validation_failed',
  'unauthenticated',
  'plan_required',
  'forbidden',
  'not_found',
  'conflict',
  'payload_too_large',
  'unsupported_media_type',
  'illegal_transition',
  'too_many_requests',
  'unavailable',
  'internal_error',
] as const;
export const ProblemCode = z.enum(PROBLEM_CODES);
export type ProblemCode = z.infer<typeof ProblemCode>;

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: ProblemCode,
    detail: z.string().optional(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('with validation_failed'),
    reason: z.string().optional().describe('a finer code where one code has several causes'),
    feature: Feature.optional().describe('with plan_required'),
    current: z.string().optional().describe('with conflict about a status: what it is by now'),
    plans: z.array(Plan).optional().describe('with plan_required: the models that have the feature'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
