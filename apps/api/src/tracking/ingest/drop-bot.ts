import { isbot } from 'isbot';
import type { DropStep } from './beacon.js';

/** Crawlers, link previews, monitors and headless browsers, by isbot's list; and whoever does not say what it is. */
export const dropBot: DropStep = ({ circumstances: { userAgent } }) =>
  userAgent === '' || isbot(userAgent) ? 'bot' : null;
