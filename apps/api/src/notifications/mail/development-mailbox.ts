import { createServer } from 'node:net';
import { MailDev } from 'maildev';

export interface DevelopmentMailbox {
  /** Where mail is sent to. */
  readonly smtpUrl: string;
  /** Where a person reads it. */
  readonly webUrl: string;
  stop(): Promise<void>;
}

/**
 * A mail server on this machine alone that keeps what it is sent and shows it on a web page.
 * @param directory where the mails are kept from one start to the next
 */
export async function startDevelopmentMailbox(directory: string): Promise<DevelopmentMailbox> {
  const smtp = await freePort(1025);
  const web = await freePort(1080);
  // Without the addresses it would listen to the whole network.
  const mailbox = new MailDev({
    smtp,
    ip: '127.0.0.1',
    web,
    webIp: '127.0.0.1',
    mailDirectory: directory,
    maxEmails: 500,
    silent: true,
  });
  await mailbox.start();
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp}`,
    webUrl: `http://127.0.0.1:${web}`,
    stop: () => mailbox.stop(),
  };
}

/** The wanted port of 127.0.0.1, or any free one when it is taken. */
async function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (wanted === 0 || error.code !== 'EADDRINUSE') reject(error);
      else resolve(freePort(0));
    });
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
