import { callbackify } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { afterFile } from './after-file.js';

/** An e-mail as it came over the line. */
export interface TakenMail {
  readonly id: string;
  readonly to: string;
  /** Whether it can be unsubscribed from: it goes to many. */
  readonly isBulk: boolean;
  /** Its headers, one a line. */
  readonly head: string;
}

export interface MailServer {
  readonly url: string;
  readonly taken: readonly TakenMail[];
  /** How many it is being given just now over lines that are open, and has not answered. */
  readonly underway: number;
  close(): Promise<void>;
}

/**
 * A real mail server that a test has a say in.
 * @param answer resolves when the server says yes; what it rejects with is what the server says instead
 */
export async function startMailServer(
  port: number,
  answer: (mail: TakenMail) => Promise<void> = () => Promise.resolve(),
): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const underway = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onClose: ({ id }) => void underway.delete(id),
    onData(stream, { id: line, envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const [folded = ''] = Buffer.concat(chunks).toString().split('\r\n\r\n', 1);
        const head = folded.replaceAll(/\r\n[ \t]/g, ' ').replaceAll('\r\n', '\n');
        const mail = {
          id: /^message-id: (.*)$/im.exec(head)?.[1] ?? '',
          to: envelope.rcptTo[0]?.address ?? '',
          isBulk: /^list-unsubscribe:/im.test(head),
          head,
        };
        underway.add(line);
        callbackify(answer)(mail, (error) => {
          underway.delete(line);
          if (error === null) taken.push(mail);
          callback(error);
        });
      });
    },
  });
  // Whoever is killed in the middle breaks the line.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= new Promise((resolve) => server.close(() => resolve())));
  afterFile(close);
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    get underway() {
      return underway.size;
    },
    close,
  };
}

/** What a mail server says that does not take an e-mail now. */
export function refusal(): Error {
  return Object.assign(new Error('try again later'), { responseCode: 451 });
}
