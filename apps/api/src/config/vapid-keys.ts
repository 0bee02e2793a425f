import { createECDH } from 'node:crypto';
import { keptSecret } from './kept-secret.js';

/** What this server proves itself with to push services: a pair on the curve P-256, as base64url without padding. */
export interface VapidKeys {
  /** 65 bytes. A browser's subscription holds for it alone. */
  readonly publicKey: string;
  /** 32 bytes. */
  readonly privateKey: string;
}

/** The pair kept in `DATA_DIR`, made at the first start. */
export async function generatedVapidKeys(dataDir: string): Promise<VapidKeys> {
  const privateKey = await keptSecret(dataDir, 'vapid-private-key', () => {
    const pair = createECDH('prime256v1');
    pair.generateKeys();
    // Its leading zeros are left out.
    return Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()])
      .subarray(-32)
      .toString('base64url');
  });
  return { privateKey, publicKey: publicKeyOf(privateKey) ?? '' };
}

/** The public half, or undefined when it is no key of the curve. */
export function publicKeyOf(privateKey: string): string | undefined {
  const pair = createECDH('prime256v1');
  try {
    pair.setPrivateKey(privateKey, 'base64url');
  } catch {
    return undefined;
  }
  return pair.getPublicKey('base64url', 'uncompressed');
}
