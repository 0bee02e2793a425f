import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';

export interface ReceivedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly from: string;
  /** The first address in the text. */
  readonly link: string;
}

interface StoredMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly from: { address: string }[];
  readonly to: { address: string }[];
}

/** The newest mail that the real SMTP server took for an address; waits for it. */
export async function mailTo(address: string, withinSeconds = 10): Promise<ReceivedMail> {
  for (let attempt = 0; attempt < withinSeconds * 10; attempt += 1) {
    const found = (await allMail()).findLast(({ to }) => to.some((person) => person.address === address));
    if (found !== undefined) {
      const link = /https?:\/\/\S+/.exec(found.text)?.[0] ?? '';
      return {
        subject: found.subject,
        text: found.text,
        html: found.html,
        from: found.from[0]?.address ?? '',
        link,
      };
    }
    await sleep(100);
  }
  throw new Error(`no mail for ${address} within ${withinSeconds} seconds`);
}

/** How many mails an address got so far. */
export async function countMailTo(address: string): Promise<number> {
  return (await allMail()).filter(({ to }) => to.some((person) => person.address === address)).length;
}

async function allMail(): Promise<StoredMail[]> {
  const response = await fetch(`${inject('mailboxUrl')}/api/email`);
  return (await response.json()) as StoredMail[];
}
