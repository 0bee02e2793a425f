import type { LostReason, Status } from '@num-ecard/contracts/referral-vocabulary';
import type { Move } from './apply-move';

/** As it is typed. */
export interface MoveValues {
  readonly reason: LostReason | null;
  /** Euros; an empty text for none. */
  readonly value: number | string;
  readonly note: string;
}

export const NO_VALUES: MoveValues = { reason: null, value: '', note: '' };

/** What is sent of it: only what belongs to the status that is moved to. */
export function moveOf(to: Status, { reason, value, note }: MoveValues): Move {
  const words = note.trim();
  return {
    to,
    ...(to === 'lost' && reason !== null ? { reason } : {}),
    ...(to === 'converted' && typeof value === 'number' ? { valueCents: Math.round(value * 100) } : {}),
    ...(words === '' ? {} : { note: words }),
  };
}
