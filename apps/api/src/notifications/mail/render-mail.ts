import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { MailMessage } from './mail-message.js';

type Words = Pick<MailMessage, 'locale' | 'subject' | 'heading' | 'paragraphs' | 'notes'> & Parts;
type Parts = ReturnType<typeof partsOf>;

// Beside src and dist, because the compiler copies nothing but TypeScript.
const source = readFileSync(new URL('../../../mail-templates/action.hbs', import.meta.url), 'utf8');
const template = Handlebars.compile<Words>(source, { strict: true });

// Marks that would turn round what stands after them: in an e-mail nothing closes them.
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The message as HTML; what it says is escaped. */
export function html(message: MailMessage): string {
  return template({ ...message, ...partsOf(message) });
}

/** The same message as plain text. */
export function plainText(message: MailMessage): string {
  const { facts, actions } = partsOf(message);
  return [
    message.heading,
    ...message.paragraphs,
    ...facts.map(({ label, lines }) => `${label}: ${lines.join('\n  ')}`),
    ...actions.map(({ label, url }) => `${label}:\n${url}`),
    ...message.notes,
    '--\nNUM-ECARD',
  ].join('\n\n');
}

function partsOf({ facts = [], action, otherAction }: MailMessage) {
  const actions = [action, otherAction].filter((one) => one !== undefined);
  return {
    facts: facts.map(({ label, value }) => ({
      label,
      lines: value.replace(DIRECTION_MARKS, '').split('\n'),
    })),
    actions,
    fallbacks: actions.filter(({ fallback }) => fallback !== undefined),
  };
}
