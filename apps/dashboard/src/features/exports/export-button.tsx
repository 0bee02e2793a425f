import { Button } from '@mantine/core';
import type { Feature } from '@num-ecard/contracts/plans';
import { IconDownload } from '@tabler/icons-react';
import { lazy, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchCode } from '../../lib/fetch-code';
import { Part } from '../../ui/part';
import { ICON } from '../../ui/theme';
import type { ExportView } from './export-view';

const loadDialog = () => import('./export-dialog').then((module) => ({ default: module.ExportDialog }));
const ExportDialog = lazy(() => fetchCode(loadDialog));

export interface ExportButtonProps {
  view: ExportView;
  features: readonly Feature[];
  /** How many the account has. */
  cards: number;
}

/** The way to what a usage screen shows as files. */
export function ExportButton(props: ExportButtonProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState<boolean>();
  const button = useRef<HTMLButtonElement>(null);
  const reach = () => void loadDialog().catch(() => undefined);
  return (
    <>
      <Button
        ref={button}
        variant="default"
        aria-haspopup="dialog"
        leftSection={<IconDownload size={ICON.small} aria-hidden />}
        onPointerEnter={reach}
        onFocus={reach}
        onClick={() => setOpen(true)}
      >
        {t('app.export')}
      </Button>
      {isOpen !== undefined && (
        <Part fallback={null}>
          <ExportDialog
            {...props}
            opened={isOpen}
            onClose={() => {
              setOpen(false);
              button.current?.focus();
            }}
          />
        </Part>
      )}
    </>
  );
}
