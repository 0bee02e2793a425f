import type { DropStep } from './beacon.js';

/** Visitors who asked not to be measured. */
export const dropOptedOut: DropStep = ({ circumstances: { measured } }) => (measured ? null : 'opted_out');
