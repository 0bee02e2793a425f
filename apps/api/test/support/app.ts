import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { inject } from 'vitest';
import { AUTH, type Auth } from '../../src/accounts/auth.js';
import type { Config } from '../../src/config/config.js';
import { readSettings } from '../../src/config/settings.js';
import { createApp } from '../../src/create-app.js';
import { afterFile } from './after-file.js';
import { freshDatabase } from './database.js';
import { freePort } from './free-port.js';

export const ADMIN_TOKEN = 'operator-token-of-the-tests';

export interface RunningApp {
  readonly url: string;
  readonly config: Config;
  readonly app: NestFastifyApplication;
  readonly dataSource: DataSource;
  close(): Promise<void>;
}

/**
 * Starts the real application on a database of its own and a free port; closed after the file's tests. The
 * tests' own addresses are trusted as a proxy's, so that each client can come from an address of its own.
 * @param extra modules that only some starts have: the demo's
 */
export async function startApp(
  settings: Readonly<Record<string, string>> = {},
  databaseUrl?: string,
  extra: Parameters<typeof createApp>[1] = [],
): Promise<RunningApp> {
  const port = settings['PORT'] ?? String(await freePort());
  const config: Config = {
    ...readSettings({
      PORT: port,
      PUBLIC_URL: `http://localhost:${port}`,
      DATABASE_URL: databaseUrl ?? (await freshDatabase()),
      SECRET_KEY: 'a secret key of the tests',
      VAPID_PUBLIC_KEY:
        'BM3UP17p3wlxORsb_NbFPkIEUEUf5mpBM-MS9gdgUmp2O17T7JVc0PkZPtjqjIGEiHhlRN2ktjHAVJNztYTNaUQ',
      VAPID_PRIVATE_KEY: 'a2ZKiBYml9lNF-KUej30m6DeAHbpen-BhENPbTyekEo',
      SMTP_URL: inject('smtpUrl'),
      MAIL_FROM: 'NUM-ECARD <bonjour@num-ecard.test>',
      TRUSTED_PROXIES: '127.0.0.0/8',
      ADMIN_TOKEN,
      LOG_LEVEL: 'silent',
      ...settings,
    }),
  } as Config;
  const app = await createApp(config, extra);
  await rememberPasswords(app.get<Auth>(AUTH));
  await app.listen(config.port, '127.0.0.1');
  let closed: Promise<void> | undefined;
  const running: RunningApp = {
    url: `http://localhost:${port}`,
    config,
    app,
    dataSource: app.get(DataSource),
    close: () => (closed ??= app.close()),
  };
  afterFile(() => running.close());
  return running;
}

const hashes = new Map<string, Promise<string>>();
const verified = new Map<string, Promise<boolean>>();

/**
 * A password's hash is made slow on purpose, and hundreds of accounts of the tests have the same one: what was worked out once is
 * remembered, right or wrong.
 */
async function rememberPasswords(auth: Auth): Promise<void> {
  const { password } = await auth.$context;
  const { hash, verify } = password;
  password.hash = (text) => remembered(hashes, text, () => hash(text));
  password.verify = (asked) => remembered(verified, `${asked.hash} ${asked.password}`, () => verify(asked));
}

function remembered<Value>(known: Map<string, Value>, name: string, work: () => Value): Value {
  const value = known.get(name) ?? work();
  known.set(name, value);
  return value;
}
