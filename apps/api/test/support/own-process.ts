import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import type { RunningApp } from './app.js';
import { freePort } from './free-port.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface OwnProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** All that it has written so far. */
  log(): string;
}

/** The built program as a process of its own, on the database of an application of the test's; answers when it serves. */
export async function startProcess(
  { config }: Pick<RunningApp, 'config'>,
  settings: Readonly<Record<string, string>> = {},
): Promise<OwnProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      DATABASE_URL: config.databaseUrl,
      SECRET_KEY: config.secretKey,
      SMTP_URL: inject('smtpUrl'),
      MAIL_FROM: 'bonjour@num-ecard.test',
      TRUSTED_PROXIES: '127.0.0.0/8',
      ...settings,
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (log += text.toString()));
  while (!log.includes('Ctrl-C stops it')) {
    if (child.exitCode !== null) throw new Error(`it ended: ${log}`);
    await sleep(20);
  }
  return { child, url: `http://127.0.0.1:${port}`, log: () => log };
}
