import type { Settings } from './settings.js';

/** The settings with everything that had to be started or generated filled in: what the application runs on. */
export interface Config extends Settings {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly secretKey: string;
}

/** Injection token of the {@link Config}. */
export const CONFIG = Symbol('CONFIG');
