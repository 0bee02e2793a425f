import type { TrackRequest } from '@num-ecard/contracts/track';
import type { DropReason } from '@num-ecard/contracts/usage-vocabulary';
import type { Place } from '../../geo/place.js';

/** How a request arrived: all that the steps may know besides what it says. */
export interface Circumstances {
  readonly userAgent: string;
  /** The client's address, for the visitor's hash; it goes no further. */
  readonly address: string;
  /** Looks up where that address is: only views are asked. */
  readonly place: () => Place;
  /** What the browser says the request is for, if it says so: loading ahead, a thumbnail. See `statedPurpose`. */
  readonly purpose: string;
  /** False when the visitor asked not to be: on the card, or by Do Not Track or Global Privacy Control. */
  readonly measured: boolean;
  /** The account that is signed in on the device, if any. */
  readonly signedInAccountId: string | null;
  /** Made up, and handed in as if it came now: nobody is told of it. */
  readonly replayed?: true;
}

/** A valid request for a known card. */
export interface Beacon {
  readonly accountId: string;
  readonly cardId: string;
  readonly timezone: string;
  readonly request: TrackRequest;
  readonly circumstances: Circumstances;
}

/** A step lets a beacon pass (`null`) or drops it with a reason. */
export type DropStep = (beacon: Beacon) => DropReason | null;
