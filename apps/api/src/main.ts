import 'reflect-metadata';
import { readSettings } from './config/settings.js';
import { createApp } from './create-app.js';
import { Demo } from './demo/demo.service.js';
import { DemoModule } from './demo/demo.module.js';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo/demo-accounts.js';
import { explainStart } from './explain-start.js';
import { type Surroundings, startSurroundings } from './surroundings.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function announceDemo(publicUrl: string): void {
  say('');
  say(`  Patrice's card      ${publicUrl}/c/patrice?s=qr`);
  say('  Sign-in             password of every demo account: ' + DEMO_PASSWORD);
  for (const { account } of DEMO_ACCOUNTS) say(`                      ${account.email}`);
  say('  Open the card in one window (a private one: your own looks are not counted while you are');
  say('  signed in) and sign in as force-de-vente@demo.test in another: the clicks show at once.');
}

async function run(): Promise<void> {
  const withDemo = process.argv.includes('--demo');
  const settings = readSettings();
  const surroundings = await startSurroundings(settings, say, { mailbox: true });
  const { config } = surroundings;
  try {
    const app = await createApp(config, withDemo ? [DemoModule] : []);
    const interrupted = new AbortController();
    let filling: Promise<void> | undefined;
    stopOnSignal(async () => {
      interrupted.abort();
      await filling;
      await app.close();
      await surroundings.stop();
    });
    if (withDemo) {
      say('Demo data: generating visits and recommendations up to now …');
      filling = app.get(Demo).fill(new Date(), interrupted.signal);
      await filling;
    }
    if (interrupted.signal.aborted) return;
    await app.listen(config.port, config.host);
  } catch (error) {
    await surroundings.stop();
    throw error;
  }
  announce(surroundings);
  if (withDemo) announceDemo(config.publicUrl);
  say('');
}

function announce({ config, mailbox }: Surroundings): void {
  say('');
  say('NUM-ECARD Tracking is running. Ctrl-C stops it.');
  say('');
  say(`  Dashboard           ${config.publicUrl}/`);
  if (mailbox) say(`  Mailbox             ${mailbox.webUrl}/  (every e-mail ends up here)`);
  if (config.adminToken) say(`  Admin API           ${config.publicUrl}/api/admin/accounts`);
}

/** SIGTERM and Ctrl-C: stop accepting, finish what was accepted, leave with 0. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`Stopping failed: ${String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
});
