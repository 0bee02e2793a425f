import { randomBytes } from 'node:crypto';
import { keptSecret } from './kept-secret.js';

/** The key kept in `DATA_DIR`, made at the first start. */
export function generatedSecretKey(dataDir: string): Promise<string> {
  return keptSecret(dataDir, 'secret-key', () => randomBytes(32).toString('base64url'));
}
