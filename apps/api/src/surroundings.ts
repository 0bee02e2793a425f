import { join } from 'node:path';
import type { Config } from './config/config.js';
import { generatedSecretKey } from './config/secret-key.js';
import type { Settings } from './config/settings.js';
import { generatedVapidKeys } from './config/vapid-keys.js';
import { startEmbeddedDatabase } from './database/embedded/start-embedded-database.js';
import type { DevelopmentMailbox } from './notifications/mail/development-mailbox.js';

/** What the application runs on, started or generated where the settings name nothing. */
export interface Surroundings {
  readonly config: Config;
  readonly mailbox: DevelopmentMailbox | undefined;
  /** To be called after the application is closed. */
  stop(): Promise<void>;
}

/**
 * @param wanted a command that only queues e-mails needs no mailbox
 * @throws {EmbeddedDatabaseError} when the embedded database cannot be started
 */
export async function startSurroundings(
  settings: Settings,
  log: (message: string) => void,
  wanted: { readonly mailbox: boolean },
): Promise<Surroundings> {
  const secretKey = settings.secretKey ?? (await generatedSecretKey(settings.dataDir));
  const vapid = settings.vapid ?? (await generatedVapidKeys(settings.dataDir));
  const database =
    settings.databaseUrl === undefined
      ? await startEmbeddedDatabase({ dataDir: settings.dataDir, log })
      : undefined;
  const mailbox =
    settings.smtpUrl === undefined && wanted.mailbox
      ? await startMailbox(settings.dataDir).catch(async (error: unknown) => {
          await database?.stop();
          throw error;
        })
      : undefined;
  return {
    mailbox,
    config: Object.freeze({
      ...settings,
      secretKey,
      vapid,
      databaseUrl: settings.databaseUrl ?? database?.socketUrl ?? database?.url ?? '',
      smtpUrl: settings.smtpUrl ?? mailbox?.smtpUrl ?? '',
    }),
    stop: async () => {
      await mailbox?.stop();
      await database?.stop();
    },
  };
}

/** Loaded where it is wanted alone: a mail server and its page take as long to load as half of the application. */
async function startMailbox(dataDir: string): Promise<DevelopmentMailbox> {
  const { startDevelopmentMailbox } = await import('./notifications/mail/development-mailbox.js');
  return startDevelopmentMailbox(join(dataDir, 'mailbox'));
}
