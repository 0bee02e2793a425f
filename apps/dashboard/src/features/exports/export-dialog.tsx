import '../../locales/exports';
import { Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { startDownload } from '../../lib/start-download';
import { Dialog } from '../../ui/dialog';
import { LIST, WEIGHT } from '../../ui/theme';
import type { ExportButtonProps } from './export-button';
import { choicesFor, type ExportChoice } from './export-choices';
import { ExportRow } from './export-row';
import { exportPath } from './export-view';
import { LockedExport } from './locked-export';
import { useExportWords } from './use-export-words';
import { visitCountQuery } from './visit-count.query';

/** Lines from which a file is better written straight to the disk. */
const MANY_LINES = 50_000;

interface ExportDialogProps extends ExportButtonProps {
  opened: boolean;
  onClose(): void;
}

/** What can be taken away of the figures on screen: of what exactly, said before anything is pressed, and in which form. */
export function ExportDialog({ view, features, cards, opened, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['exports', 'translation']);
  const queryClient = useQueryClient();
  const words = useExportWords(view, cards);
  const choices = choicesFor(features);
  const tellsVisits = choices.some(({ choice, isLocked }) => choice.content === 'visits' && !isLocked);
  const visits = useQuery({ ...visitCountQuery(view), enabled: opened && tellsVisits }).data;

  const start = (choice: ExportChoice) => {
    const lines = choice.content === 'visits' ? visits : undefined;
    startDownload(queryClient, {
      path: exportPath(view, choice),
      title: t('exports:title', { file: t(`exports:files.${choice.name}.title`), about: words.about }),
      ...(choice.format === 'csv' ? { expectedLines: lines } : {}),
      large: (lines ?? 0) > MANY_LINES,
    });
    onClose();
  };

  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t('translation:app.export')}
      closeLabel={t('exports:close')}
      size="lg"
      // It is there open at first: Mantine does not know where the focus was.
      returnFocus={false}
    >
      <Stack gap="md">
        <div>
          <Text fw={WEIGHT.medium}>{words.about}</Text>
          <Text size="sm" c="dimmed">
            {words.details}
          </Text>
        </div>
        <Stack component="ul" gap={0} {...LIST}>
          {choices.map(({ choice, isLocked }) => (
            <li key={choice.name}>
              {isLocked ? (
                <LockedExport choice={choice} />
              ) : (
                <ExportRow
                  choice={choice}
                  visits={choice.content === 'visits' ? visits : undefined}
                  onChoose={() => start(choice)}
                />
              )}
            </li>
          ))}
        </Stack>
      </Stack>
    </Dialog>
  );
}
