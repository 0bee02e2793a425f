import { ThemeIcon } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypeCsv, IconFileTypePdf } from '@tabler/icons-react';
import { ICON } from '../../ui/theme';
import type { ExportChoice } from './export-choices';

const ICONS = { pdf: IconFileTypePdf, csv: IconFileTypeCsv, xlsx: IconFileSpreadsheet } as const;

export function ExportIcon({ format, color }: { format: ExportChoice['format']; color?: string }) {
  const Icon = ICONS[format];
  return (
    <ThemeIcon variant="light" size="lg" aria-hidden {...(color === undefined ? {} : { color })}>
      <Icon size={ICON.medium} aria-hidden />
    </ThemeIcon>
  );
}
