/** `GET /api/recommendations/:id/personal-data`: what an account holds about one person, to be handed to them when they ask. */
import { z } from 'zod';
import { ACTORS, HISTORY_KINDS, NUMBER_STATES } from './referral.js';
import { Consent, LostReason, Status } from './referral-vocabulary.js';

export const PEOPLE = ['prospect', 'ambassador'] as const;

export const PersonalDataQuery = z.object({
  person: z.enum(PEOPLE).default('prospect').describe('whose: of the one recommended, or of who recommended'),
});
export type PersonalDataQuery = z.infer<typeof PersonalDataQuery>;

const Moment = z.iso.datetime();
const Holder = z.object({ name: z.string(), email: z.string() }).describe('whoever answers for the data');
const Sent = {
  reference: z.string(),
  receivedAt: Moment,
  card: z.string(),
  status: Status,
  relation: z.string().nullable(),
  message: z.string().nullable(),
};

const ProspectData = z.object({
  person: z.literal('prospect'),
  exportedAt: Moment,
  holder: Holder,
  recommendations: z.array(
    z.object({
      ...Sent,
      name: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      company: z.string().nullable(),
      contact: z
        .enum(NUMBER_STATES)
        .describe('anything but `shown`: how to reach them is held, but shown to nobody'),
      recommendedBy: z.string().nullable(),
      consent: Consent,
      consentAt: Moment.nullable(),
      consentWording: z.string().nullable().describe('the version of the words that they answered'),
      contactedAt: Moment.nullable(),
      appointmentAt: Moment.nullable(),
      convertedAt: Moment.nullable(),
      lostAt: Moment.nullable(),
      lostReason: LostReason.nullable(),
      valueCents: z.int().nullable(),
      eraseAt: Moment.nullable(),
      erasedAt: Moment.nullable(),
      history: z.array(
        z.object({
          at: Moment,
          by: z.enum(ACTORS),
          kind: z.enum(HISTORY_KINDS),
          from: Status.nullable(),
          to: Status.nullable(),
          reason: LostReason.nullable(),
          consent: Consent.nullable(),
          note: z.string().nullable(),
        }),
      ),
      reminders: z.array(z.object({ dueAt: Moment, text: z.string().nullable(), doneAt: Moment.nullable() })),
    }),
  ),
});

const AmbassadorData = z.object({
  person: z.literal('ambassador'),
  exportedAt: Moment,
  holder: Holder,
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  knownSince: Moment,
  thankedAt: Moment.nullable(),
  erasedAt: Moment.nullable(),
  recommendations: z
    .array(z.object({ ...Sent, nameTyped: z.string().nullable() }))
    .describe('without whom they recommended, whose data is not theirs'),
});

export const PersonalData = z
  .discriminatedUnion('person', [ProspectData, AmbassadorData])
  .meta({ id: 'ReferralPersonalData' });
export type PersonalData = z.infer<typeof PersonalData>;
export type ProspectData = z.infer<typeof ProspectData>;
export type AmbassadorData = z.infer<typeof AmbassadorData>;
