import { ThemeIcon } from '@mantine/core';
import type { NoticeKind } from '@num-ecard/contracts/notices';
import { IconEye, IconQrcode, IconTrendingUp, IconUserPlus, type TablerIcon } from '@tabler/icons-react';
import { ICON } from '../../ui/theme';

const ICONS: Readonly<Record<NoticeKind, TablerIcon>> = {
  visits: IconEye,
  unusual: IconTrendingUp,
  'first-link-visit': IconQrcode,
  recommendation: IconUserPlus,
};

export function NoticeIcon({ kind }: { kind: NoticeKind }) {
  const Icon = ICONS[kind];
  return (
    <ThemeIcon variant="light" size="lg" radius="xl">
      <Icon size={ICON.medium} aria-hidden />
    </ThemeIcon>
  );
}
