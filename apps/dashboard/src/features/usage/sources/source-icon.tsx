import { ThemeIcon } from '@mantine/core';
import type { Source } from '@num-ecard/contracts/usage-vocabulary';
import {
  IconArrowRight,
  IconLink,
  IconMail,
  IconNfc,
  IconQrcode,
  IconSearch,
  IconThumbUp,
  IconWallet,
  IconWorld,
  type TablerIcon,
} from '@tabler/icons-react';
import { ICON } from '../../../ui/theme';

const ICONS: Readonly<Record<Source, TablerIcon>> = {
  qr: IconQrcode,
  nfc: IconNfc,
  link: IconLink,
  signature: IconMail,
  wallet: IconWallet,
  social: IconThumbUp,
  search: IconSearch,
  site: IconWorld,
  direct: IconArrowRight,
};

/** A source's icon; beside its name, so it says nothing of its own. */
export function SourceIcon({ source }: { source: Source }) {
  const Icon = ICONS[source];
  return (
    <ThemeIcon variant="light" size="md" aria-hidden>
      <Icon size={ICON.small} />
    </ThemeIcon>
  );
}
