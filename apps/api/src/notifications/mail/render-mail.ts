import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { MailMessage } from './mail-message.js';

// Beside src and dist, because the compiler copies nothing but TypeScript.
const source = readFileSync(new URL('../../../mail-templates/action.hbs', import.meta.url), 'utf8');
const template = Handlebars.compile<MailMessage>(source, { strict: true });

/** The message as HTML; what it says is escaped. */
export function html(message: MailMessage): string {
  return template(message);
}

/** The same message as plain text. */
export function plainText(message: MailMessage): string {
  return [
    message.heading,
    ...message.paragraphs,
    `${message.action.label}:\n${message.action.url}`,
    ...message.notes,
    '--\nNUM-ECARD',
  ].join('\n\n');
}
