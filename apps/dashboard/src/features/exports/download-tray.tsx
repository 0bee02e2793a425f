import '../../locales/exports';
import '@mantine/core/styles/Progress.css';
import { Divider, Paper, Stack } from '@mantine/core';
import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Download } from '../../lib/downloads';
import { DownloadItem } from './download-item';
import classes from './download-tray.module.css';
import { downloadText } from './download-text';

interface DownloadTrayProps {
  all: readonly Download[];
  /** Has it read out. */
  onSay(text: string): void;
}

/** The files under way and those that came last, in sight whatever screen is shown, until they are closed. */
export function DownloadTray({ all, onSay }: DownloadTrayProps) {
  const { t } = useTranslation('exports');
  const { t: shared } = useTranslation();
  const isUnderWay = all.some(({ state }) => state.kind === 'underWay');
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnderWay]);
  // How much came meanwhile is not said aloud: each once when it begins, when it comes and when it fails.
  const texts = all.map((download) => downloadText(download, t, shared)).join('\n');
  const said = useRef<readonly string[]>([]);
  useEffect(() => {
    const sentences = texts.split('\n');
    const fresh = sentences.filter((sentence) => !said.current.includes(sentence));
    said.current = sentences;
    if (fresh.length > 0) onSay(fresh.join(' '));
  }, [texts, onSay]);

  return (
    <Paper
      component="section"
      aria-label={t('tray')}
      shadow="md"
      mb="md"
      p="sm"
      className={classes['tray'] ?? ''}
    >
      <Stack gap="sm">
        {all.map((download, index) => (
          <Fragment key={download.id}>
            {index > 0 && <Divider />}
            <DownloadItem download={download} />
          </Fragment>
        ))}
      </Stack>
    </Paper>
  );
}
