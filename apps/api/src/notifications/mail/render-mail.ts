import type { MailMessage } from './mail-message.js';
import { mailTemplate } from './mail-template.js';

type Words = Pick<MailMessage, 'locale' | 'subject'> & Parts & { preheader: string };
type Parts = ReturnType<typeof partsOf>;

const template = mailTemplate('action');

// Marks that would turn round what stands after them: in an e-mail nothing closes them.
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The message as HTML; what it says is escaped. */
export function html(message: MailMessage): string {
  const words: Words = { ...message, ...partsOf(message), preheader: '' };
  return template(words);
}

/** The same message as plain text. */
export function plainText(message: MailMessage): string {
  const { heading, paragraphs, facts, actions, notes } = partsOf(message);
  const colon = message.locale === 'fr' ? '\u00a0:' : ':';
  return [
    heading,
    ...paragraphs,
    ...facts.map(({ label, lines }) => `${label}${colon} ${lines.join('\n  ')}`),
    ...actions.map(({ label, url }) => `${label}${colon}\n${url}`),
    ...notes,
    '--\nNUM-ECARD',
  ].join('\n\n');
}

/** What somebody typed, or what is said of it, for an e-mail: nothing turns round, and no line begins with a sign. */
export function printable(text: string, locale: MailMessage['locale']): string {
  return unbroken(text.replace(DIRECTION_MARKS, ''), locale);
}

/** French sets a space before : ; ! ? and inside « »; a line must not break there, whoever wrote it. */
function unbroken(text: string, locale: MailMessage['locale']): string {
  return locale === 'fr' ? text.replaceAll(/ (?=[:;!?»%€])|(?<=«) /g, '\u00a0') : text;
}

function partsOf({ heading, paragraphs, facts = [], action, otherAction, notes, locale }: MailMessage) {
  const say = (text: string) => unbroken(text, locale);
  const actions = [action, otherAction].filter((one) => one !== undefined);
  return {
    heading: say(heading),
    paragraphs: paragraphs.map(say),
    facts: facts.map(({ label, value }) => ({
      label,
      lines: printable(value, locale).split('\n'),
    })),
    actions,
    fallbacks: actions.flatMap(({ fallback, url }) =>
      fallback === undefined ? [] : [{ url, fallback: say(fallback) }],
    ),
    notes: notes.map(say),
  };
}
