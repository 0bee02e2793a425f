/** Card ↔ form: what the owner types is text, what is saved has no empty parts. Pure. */
import { CardChange, type CardDetail, TypedProfile } from '@num-ecard/contracts/card-editing';
import { type Phone, SOCIAL_NETWORKS, type SocialNetwork } from '@num-ecard/contracts/cards';
import type { Draft } from './card.query';

/** Every part is there; an empty text is one that the card does not have. */
export interface CardFormValues {
  title: string;
  name: string;
  role: string;
  company: string;
  tagline: string;
  phones: { id: string; kind: Phone['kind']; number: string }[];
  whatsapp: string;
  email: string;
  website: string;
  calendar: string;
  address: { street: string; postalCode: string; city: string; country: string };
  socials: Record<SocialNetwork, string>;
  color: string;
  /** A new one as a data URL, the saved one's path, or none. */
  photo: string | null;
}

/** @param newId makes what tells the numbers' rows apart */
export function formOf(card: CardDetail, newId: () => string): CardFormValues {
  const { profile, shownNumbers } = card;
  const { street = '', postalCode = '', city = '', country = '' } = profile.address ?? {};
  return {
    title: card.title,
    name: profile.name,
    role: profile.role ?? '',
    company: profile.company ?? '',
    tagline: profile.tagline ?? '',
    phones: profile.phones.map(({ kind, number }, index) => ({
      id: newId(),
      kind,
      number: shownNumbers.phones[index] ?? number,
    })),
    whatsapp: shownNumbers.whatsapp ?? '',
    email: profile.email ?? '',
    website: profile.website ?? '',
    calendar: profile.calendar ?? '',
    address: { street, postalCode, city, country },
    socials: Object.fromEntries(
      SOCIAL_NETWORKS.map((network) => [network, profile.socials[network] ?? '']),
    ) as Record<SocialNetwork, string>,
    color: profile.color,
    photo: card.photo,
  };
}

const given = (text: string) => text.trim() || undefined;

/** `www.exemple.fr` is what people type. */
function webAddress(text: string): string | undefined {
  const typed = given(text);
  return typed === undefined || typed.includes('://') ? typed : `https://${typed}`;
}

function typedProfile(values: CardFormValues) {
  const { name, phones, address, socials, color } = values;
  const parts = Object.entries(address).flatMap(([key, text]) => (given(text) ? [[key, text.trim()]] : []));
  return {
    name,
    role: given(values.role),
    company: given(values.company),
    tagline: given(values.tagline),
    phones: phones.filter(({ number }) => given(number)).map(({ kind, number }) => ({ kind, number })),
    whatsapp: given(values.whatsapp),
    email: given(values.email),
    website: webAddress(values.website),
    calendar: webAddress(values.calendar),
    address: parts.length > 0 ? Object.fromEntries(parts) : undefined,
    socials: Object.fromEntries(
      SOCIAL_NETWORKS.flatMap((network) => {
        const typed = webAddress(socials[network]);
        return typed === undefined ? [] : [[network, typed]];
      }),
    ),
    color,
  };
}

/** What to save, and what is wrong with it: dotted paths, as the API names them. */
export function changeOf(values: CardFormValues, saved: CardDetail) {
  const parsed = CardChange.safeParse({
    title: values.title,
    profile: typedProfile(values),
    ...(values.photo === saved.photo ? {} : { photo: values.photo }),
    revision: saved.revision,
  });
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
  return { change: parsed.data, wrong: [...wrong, ...nowhere(values)] };
}

/** A name in place of an address, such as a network's handle, makes an address of a host without a dot. */
function nowhere(values: CardFormValues): string[] {
  const { website, calendar, socials } = values;
  return Object.entries({
    website,
    calendar,
    ...Object.fromEntries(SOCIAL_NETWORKS.map((network) => [`socials.${network}`, socials[network]])),
  }).flatMap(([path, text]) => {
    const typed = webAddress(text);
    return typed === undefined || /^\w+:\/\/[^/?#]*\.[^/?#.]/.test(typed) ? [] : [`profile.${path}`];
  });
}

/** The same for the preview: what cannot be yet is left out, or is as it was. */
export function draftOf(values: CardFormValues, saved: CardDetail): Draft {
  const photo = values.photo === saved.photo ? {} : { photo: values.photo };
  const profile: Record<string, unknown> = typedProfile(values);
  const parsed = TypedProfile.safeParse(profile);
  if (parsed.success) return { profile: parsed.data, ...photo };
  const { name, color } = saved.profile;
  for (const { path } of parsed.error.issues) delete profile[String(path[0])];
  return { profile: TypedProfile.parse({ name, color, ...profile }), ...photo };
}

/** The form's field of an API's path; the form has rows for numbers that are still empty, too. */
export function fieldOf(path: string, values: CardFormValues): string {
  const field = path.replace(/^profile\./, '');
  const phone = /^phones\.(\d+)/.exec(field);
  if (phone === null) return field;
  const rows = values.phones.flatMap(({ number }, row) => (given(number) ? [row] : []));
  return `phones.${rows[Number(phone[1])]}.number`;
}

/** Which words say what is wrong with a field. */
export function problemOf(field: string) {
  if (field.startsWith('phones.') || field === 'whatsapp') return 'phone';
  if (field.startsWith('socials.') || field === 'website' || field === 'calendar') return 'web';
  const own = (['title', 'name', 'email', 'color', 'photo'] as const).find((each) => each === field);
  return own ?? 'text';
}
