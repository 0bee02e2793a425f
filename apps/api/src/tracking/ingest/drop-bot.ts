import type { DropReason } from '@num-ecard/contracts/usage-vocabulary';
import crawlers from 'crawler-user-agents';
import { isbot } from 'isbot';
import { lru } from 'tiny-lru';
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

/** Longer ones are somebody's joke, and would make the memory of them unbounded. */
const MAX_LENGTH = 512;

/** Most visits come from few browsers, and judging one takes a list of hundreds of patterns. */
const judged = lru<{ readonly reason: DropReason | null }>(1_000);

/**
 * Crawlers, monitors and headless browsers, by isbot's list, and whoever does not say what it is: `bot`. Those among
 * them that draw link previews (WhatsApp, LinkedIn, Facebook, iMessage, Slack, Teams…): `preview`.
 */
export const dropBot: DropStep = ({ circumstances: { userAgent } }) => {
  if (userAgent.length > MAX_LENGTH) return judge(userAgent);
  const known = judged.get(userAgent);
  if (known !== undefined) return known.reason;
  const reason = judge(userAgent);
  judged.set(userAgent, { reason });
  return reason;
};

function judge(userAgent: string): DropReason | null {
  if (userAgent === '') return 'bot';
  if (!isbot(userAgent)) return null;
  return PREVIEW.test(userAgent) ? 'preview' : 'bot';
}
