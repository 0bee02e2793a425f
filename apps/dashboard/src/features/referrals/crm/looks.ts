/** How statuses and consents look; what they are called is the contract's. */
import type { Consent, Status } from '@num-ecard/contracts/referral-vocabulary';
import {
  IconCircleCheck,
  IconCircleX,
  IconHelpCircle,
  IconMessageCircle,
  type TablerIcon,
} from '@tabler/icons-react';

export const STATUS_COLORS: Readonly<Record<Status, string>> = {
  new: 'amber',
  contacted: 'ink',
  appointment: 'ink',
  converted: 'teal',
  lost: 'gray',
};

export const CONSENT_LOOKS: Readonly<Record<Consent, { color: string; Icon: TablerIcon }>> = {
  none: { color: 'amber', Icon: IconHelpCircle },
  declared: { color: 'amber', Icon: IconMessageCircle },
  given: { color: 'teal', Icon: IconCircleCheck },
  refused: { color: 'red', Icon: IconCircleX },
  revoked: { color: 'red', Icon: IconCircleX },
};
