import '@mantine/core/styles/NavLink.css';
import { NavLink } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { countText } from '@num-ecard/contracts/numbers';
import { ICON } from '../../ui/theme';
import type { ExportChoice } from './export-choices';
import { ExportIcon } from './export-icon';

interface ExportRowProps {
  choice: ExportChoice;
  /** How many it will tell, once that is known. */
  visits: number | undefined;
  onChoose(): void;
}

/** A file that can be had: what it is, and what it is good for. */
export function ExportRow({ choice: { name, format }, visits, onChoose }: ExportRowProps) {
  const { t, i18n } = useTranslation('exports');
  const hint = t(`files.${name}.hint`);
  return (
    <NavLink
      component="button"
      type="button"
      label={t(`files.${name}.title`)}
      description={
        visits === undefined
          ? hint
          : `${hint} ${t('visits', { count: visits, text: countText(visits, i18n.language) })}`
      }
      leftSection={<ExportIcon format={format} />}
      rightSection={<IconDownload size={ICON.small} aria-hidden />}
      onClick={onChoose}
    />
  );
}
