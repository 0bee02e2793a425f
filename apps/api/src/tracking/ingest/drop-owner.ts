import type { DropStep } from './beacon.js';

/** The owner's own look at the card while signed in. */
export const dropOwner: DropStep = ({ accountId, circumstances }) =>
  circumstances.signedInAccountId === accountId ? 'owner' : null;
