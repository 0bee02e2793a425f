import { KNOWN_TARGETS } from '@num-ecard/contracts/usage-vocabulary';
import type { TFunction } from 'i18next';

/** A button's name; an unknown one is shown as the card calls it. */
export function targetName(target: string, t: TFunction): string {
  const known = KNOWN_TARGETS.find((name) => name === target);
  return known === undefined ? target : t(`targets.${known}.name`);
}
