import { createHash } from 'node:crypto';

/** Numbers in [0, 1) that depend on the seed alone. */
export function chances(seed: string): () => number {
  let turn = 0;
  return () =>
    createHash('sha256')
      .update(`${seed} #${(turn += 1)}`)
      .digest()
      .readUInt32BE(0) /
    2 ** 32;
}
