import { Anchor, Button, CloseButton, Group, Loader, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconRefresh, IconShare } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Download } from '../../lib/downloads';
import { bytesText, countText } from '@num-ecard/contracts/numbers';
import { ICON, WEIGHT } from '../../ui/theme';
import { whyNot } from './download-text';
import { focusBeside } from './focus-beside';
import { shareOf } from './share-of';

/** One file: how much of it is there, and what can be done about it. */
export function DownloadItem({ download }: { download: Download }) {
  const { t } = useTranslation('exports');
  const { t: shared } = useTranslation();
  const { title, state } = download;
  const item = useRef<HTMLDivElement>(null);
  // The button that is pressed goes with what it does.
  const close = () => {
    focusBeside(item.current);
    download.close();
  };
  const retry = () => {
    item.current?.focus();
    download.retry();
  };
  return (
    <Group ref={item} tabIndex={-1} gap="sm" wrap="nowrap" align="flex-start" role="group" aria-label={title}>
      {state.kind === 'underWay' && <Loader size="sm" aria-hidden />}
      {state.kind === 'came' && <IconCircleCheck size={ICON.medium} color="var(--num-up)" aria-hidden />}
      {state.kind === 'failed' && (
        <IconAlertTriangle size={ICON.medium} color="var(--mantine-color-error)" aria-hidden />
      )}
      <Stack gap="xs" flex={1} miw={0}>
        <Text size="sm" fw={WEIGHT.medium} lineClamp={3}>
          {title}
        </Text>
        {state.kind === 'underWay' && <HowFar download={download} />}
        {state.kind === 'came' && <Came {...state} />}
        {state.kind === 'failed' && (
          <Group gap="xs">
            <Text size="sm">{whyNot(state.error, t, shared)}</Text>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconRefresh size={ICON.small} aria-hidden />}
              onClick={retry}
            >
              {shared('app.retry')}
            </Button>
          </Group>
        )}
      </Stack>
      {state.kind === 'underWay' ? (
        <Button variant="default" size="compact-sm" flex="none" onClick={close}>
          {t('cancel')}
        </Button>
      ) : (
        <CloseButton aria-label={t('close')} onClick={close} />
      )}
    </Group>
  );
}

function HowFar({ download: { bytes, lines, expectedLines } }: { download: Download }) {
  const { t, i18n } = useTranslation('exports');
  const locale = i18n.language;
  if (bytes === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('preparing')}
      </Text>
    );
  }
  const received = t('received', { size: bytesText(bytes, locale) });
  if (!expectedLines) {
    return (
      <Text size="sm" c="dimmed">
        {received}
      </Text>
    );
  }
  // Its head has lines too, and visits go on.
  const there = Math.min(lines, expectedLines);
  return (
    <>
      <Progress value={(there / expectedLines) * 100} aria-label={t('progress')} />
      <Text size="sm" c="dimmed">
        {t('linesOf', {
          lines: countText(there, locale),
          count: expectedLines,
          all: countText(expectedLines, locale),
        })}
        {' · '}
        {received}
      </Text>
    </>
  );
}

function Came({ name, file, url }: { name: string; file: File | undefined; url: string | undefined }) {
  const { t } = useTranslation('exports');
  const share = shareOf(file);
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {t('came')}{' '}
        {url === undefined ? (
          name
        ) : (
          // Once more, for browsers that ask before a page may save anything by itself.
          <Anchor href={url} download={name}>
            {name}
          </Anchor>
        )}
      </Text>
      {share !== undefined && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconShare size={ICON.small} aria-hidden />}
          onClick={share}
        >
          {t('share')}
        </Button>
      )}
    </Group>
  );
}
