import type { Settings } from './settings.js';
import type { VapidKeys } from './vapid-keys.js';

/** The settings with everything that had to be started or generated filled in: what the application runs on. */
export interface Config extends Settings {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly secretKey: string;
  readonly vapid: VapidKeys;
}

/** Injection token of the {@link Config}. */
export const CONFIG = Symbol('CONFIG');
