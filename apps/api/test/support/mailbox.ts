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
    if (found !== undefined) return received(found);
    await sleep(100);
  }
  throw new Error(`no mail for ${address} within ${withinSeconds} seconds`);
}

/** All that an address got, once there are so many. */
export async function allMailTo(address: string, atLeast: number): Promise<ReceivedMail[]> {
  await mailTo(address);
  for (let attempt = 0; (await countMailTo(address)) < atLeast && attempt < 100; attempt += 1)
    await sleep(100);
  const found = (await allMail()).filter(({ to }) => to.some((person) => person.address === address));
  if (found.length < atLeast) throw new Error(`${found.length} mails for ${address} within ten seconds`);
  return found.map(received);
}

/** How many mails an address got so far. */
export async function countMailTo(address: string): Promise<number> {
  return (await allMail()).filter(({ to }) => to.some((person) => person.address === address)).length;
}

async function allMail(): Promise<StoredMail[]> {
  const response = await fetch(`${inject('mailboxUrl')}/api/email`);
  return (await response.json()) as StoredMail[];
}

function received({ subject, text, html, from }: StoredMail): ReceivedMail {
  const link = /https?:\/\/\S+/.exec(text)?.[0] ?? '';
  return { subject, text, html, from: from[0]?.address ?? '', link };
}
