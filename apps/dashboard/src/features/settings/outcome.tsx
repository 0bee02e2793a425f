import { Alert, Group, Text } from '@mantine/core';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { ICON } from '../../ui/theme';
import { useFailureText } from './use-failure-text';

interface FailureProps {
  /** Null when nothing went wrong. */
  error: unknown;
}

/** Why something was not done; nothing when it was. */
export function Failure({ error }: FailureProps) {
  const textOf = useFailureText();
  if (error === null) return null;
  return (
    <Alert color="red" icon={<IconAlertCircle size={ICON.medium} aria-hidden />}>
      {textOf(error)}
    </Alert>
  );
}

/** What was done, said aloud as well; always on the page, or screen readers would miss the first time. */
export function Done({ text }: { text: string | undefined }) {
  return (
    <Group gap="xs" role="status" c="dimmed">
      {text !== undefined && (
        <>
          <IconCheck size={ICON.small} aria-hidden />
          <Text size="sm">{text}</Text>
        </>
      )}
    </Group>
  );
}
