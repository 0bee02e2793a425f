import { Alert, Box, Button, Group, NativeSelect, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { monthText } from '@num-ecard/contracts/calendar';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { failureText } from '../../ui/failure-text';
import { WEIGHT } from '../../ui/theme';
import { Done, Failure } from './outcome';
import { reportPreviewQuery, sendReport } from './report.query';

interface ReportDialogProps {
  /** `YYYY-MM`, latest first; at least one. */
  months: readonly string[];
  email: string;
  onClose(): void;
}

/** The e-mail of a month as it would come, which can be sent at once. */
export function ReportDialog({ months, email, onClose }: ReportDialogProps) {
  const { t, i18n } = useTranslation(['settings', 'translation']);
  const { t: shared } = useTranslation();
  const [month, setMonth] = useState(months[0] ?? '');
  const { data, error } = useQuery(reportPreviewQuery(month));
  const sending = useMutation({ mutationFn: sendReport });
  return (
    <Dialog
      opened
      size="xl"
      title={t('settings:report.title')}
      closeLabel={t('settings:report.close')}
      onClose={onClose}
    >
      <Stack>
        <NativeSelect
          label={t('settings:report.month')}
          value={month}
          data={months.map((value) => ({ value, label: monthText(value, i18n.language) }))}
          onChange={(event) => {
            sending.reset();
            setMonth(event.currentTarget.value);
          }}
        />
        {error !== null && <Alert color="yellow">{failureText(error, shared)}</Alert>}
        {data !== undefined && (
          <Text size="sm" fw={WEIGHT.bold}>
            {data.subject}
          </Text>
        )}
        <Paper
          withBorder
          style={{ overflow: 'hidden' }}
          h={{ base: 'var(--num-report-height-phone)', sm: 'var(--num-report-height)' }}
        >
          {data === undefined && error === null && <Skeleton h="100%" aria-busy />}
          {data !== undefined && (
            // No script runs in it; what its buttons lead to opens beside the dashboard.
            <Box
              component="iframe"
              title={t('settings:report.frame')}
              srcDoc={data.html.replace('<head>', '<head><base target="_blank">')}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              w="100%"
              h="100%"
              bd={0}
              display="block"
            />
          )}
        </Paper>
        {data !== undefined && data.files.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('settings:report.files', { files: data.files.join(', ') })}
          </Text>
        )}
        <Failure error={sending.error} />
        <Group>
          <Button loading={sending.isPending} onClick={() => sending.mutate(month)}>
            {t('settings:report.send')}
          </Button>
          <Done text={sending.isSuccess ? t('settings:report.sent', { email }) : undefined} />
        </Group>
      </Stack>
    </Dialog>
  );
}
