import crawlers from 'crawler-user-agents';
import { isbot } from 'isbot';
import type { DropStep } from './beacon.js';

// The package's types leave the tags out.
const described: readonly { pattern: string; tags?: readonly string[] }[] = crawlers;

/**
 * Programs that fetch a link to show it beside a message or a post. The list also names in-app browsers, in which
 * somebody does look: so it only tells which kind of bot one is, never that something is one.
 */
const PREVIEW = new RegExp(
  described
    .filter(({ tags }) => tags?.includes('social-preview'))
    .map(({ pattern }) => pattern)
    .join('|'),
);

/**
 * Crawlers, monitors and headless browsers, by isbot's list, and whoever does not say what it is: `bot`. Those among
 * them that draw link previews (WhatsApp, LinkedIn, Facebook, iMessage, Slack, Teams…): `preview`.
 */
export const dropBot: DropStep = ({ circumstances: { userAgent } }) => {
  if (userAgent === '') return 'bot';
  if (!isbot(userAgent)) return null;
  return PREVIEW.test(userAgent) ? 'preview' : 'bot';
};
