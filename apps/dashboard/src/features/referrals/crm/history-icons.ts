import type { HistoryItem } from '@num-ecard/contracts/referral';
import {
  IconArrowBackUp,
  IconArrowRight,
  IconBell,
  IconBellCheck,
  IconEraser,
  IconInbox,
  IconNote,
  IconShieldCheck,
  IconUserCheck,
  type TablerIcon,
} from '@tabler/icons-react';

export const HISTORY_ICONS: Readonly<Record<HistoryItem['kind'], TablerIcon>> = {
  received: IconInbox,
  accepted: IconShieldCheck,
  move: IconArrowRight,
  correction: IconArrowBackUp,
  note: IconNote,
  consent: IconUserCheck,
  reminder: IconBell,
  reminder_done: IconBellCheck,
  erasure: IconEraser,
};
