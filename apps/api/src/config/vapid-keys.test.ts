import { createECDH, randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedVapidKeys, publicKeyOf } from './vapid-keys.js';

test('two starts at once get the same pair, and so does the next one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'num-ecard-vapid-'));
  try {
    const [one, two] = await Promise.all([generatedVapidKeys(folder), generatedVapidKeys(folder)]);
    expect(two).toEqual(one);
    expect(await generatedVapidKeys(folder)).toEqual(one);
    expect(one.publicKey).toMatch(/^B[\w-]{86}$/);
    expect(one.privateKey).toMatch(/^[\w-]{43}$/);
    expect((await stat(join(folder, 'vapid-private-key'))).mode & 0o077).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what is no key of the curve has no public half', () => {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys('base64url', 'uncompressed');
  const padded = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32);
  expect(publicKeyOf(padded.toString('base64url'))).toBe(publicKey);
  expect(publicKeyOf(Buffer.alloc(32).toString('base64url'))).toBeUndefined();
  expect(publicKeyOf(Buffer.alloc(32, 255).toString('base64url'))).toBeUndefined();
  expect(publicKeyOf(randomBytes(40).toString('base64url'))).toBeUndefined();
});
