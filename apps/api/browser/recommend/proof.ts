/**
 * Proof of work for a submission that looked odd: the browser solves an ALTCHA challenge in the background, and nobody is shown
 * anything.
 */
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Challenge, type ChallengeParameters, type DeriveKeyFunction, solveChallenge } from 'altcha-lib';

const SLICE_MS = 12;

/** By the browser itself: several times as fast, but there on secure pages only. */
async function byBrowser(
  { cost, keyLength }: ChallengeParameters,
  salt: Uint8Array<ArrayBuffer>,
  password: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: cost };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 8 * keyLength));
}

/** In slices, so that what is pressed meanwhile answers at once. */
function inSlices(): DeriveKeyFunction {
  let since = performance.now();
  return async (parameters, salt, password) => {
    if (performance.now() - since > SLICE_MS) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      since = performance.now();
    }
    const { cost: c, keyLength: dkLen } = parameters;
    return { derivedKey: pbkdf2(sha256, password, salt, { c, dkLen }) };
  };
}

const derive: DeriveKeyFunction =
  'subtle' in crypto
    ? async (parameters, salt, password) => ({
        derivedKey: await byBrowser(
          parameters,
          salt as Uint8Array<ArrayBuffer>,
          password as Uint8Array<ArrayBuffer>,
        ),
      })
    : inSlices();

/** Lets the entry through; where that fails the owner looks at it, and nobody is told. */
export async function prove(proofUrl: string): Promise<void> {
  try {
    // Of its own site, whatever name the site goes by in the address.
    const { pathname, search } = new URL(proofUrl);
    const answer = await fetch(pathname + search, { headers: { accept: 'application/json' } });
    if (!answer.ok) return;
    const challenge = (await answer.json()) as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey: derive });
    if (solution === null) return;
    await fetch(pathname + search, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ payload: btoa(JSON.stringify({ challenge, solution })) }),
      keepalive: true,
    });
  } catch {
    // See above.
  }
}
