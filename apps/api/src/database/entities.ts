import { AccountExternalId } from '../accounts/account-external-id.entity.js';
import { Account } from '../accounts/account.entity.js';
import { CardAddress } from '../cards/card-address.entity.js';
import { CardPhoto } from '../cards/card-photo.entity.js';
import { Card } from '../cards/card.entity.js';
import { TrackingEventId } from '../tracking/store/tracking-event-id.entity.js';
import { TrackingEvent } from '../tracking/store/tracking-event.entity.js';
import { UsageDayTarget } from '../tracking/store/usage-day-target.entity.js';
import { UsageDay } from '../tracking/store/usage-day.entity.js';

/** Every entity: an explicit list, so that the drift test sees all of them. */
export const ENTITIES = [
  Account,
  AccountExternalId,
  Card,
  CardAddress,
  CardPhoto,
  TrackingEvent,
  TrackingEventId,
  UsageDay,
  UsageDayTarget,
];
