import { Button, Group, Stack } from '@mantine/core';
import type { Session } from '@num-ecard/contracts/sessions';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Fetched } from './fetched';
import { Done, Failure } from './outcome';
import { PlainList } from './plain-list';
import { SessionRow } from './session-row';
import { endSession, sessionsQuery } from './sessions.query';
import { SettingsSection } from './settings-section';

/** ISO times in UTC sort as text. */
function newestFirst(sessions: readonly Session[]): Session[] {
  return sessions.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
}

/** Where the owner is signed in, and how to end that elsewhere. */
export function SessionsSection({ timezone }: { timezone: string }) {
  const { t } = useTranslation(['settings', 'translation']);
  const queryClient = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const ending = useMutation({
    mutationFn: endSession,
    // Whatever came of it: another device may have ended the same one.
    onSettled: () => queryClient.invalidateQueries(sessionsQuery),
  });
  const done =
    ending.variables === 'others' ? t('settings:sessions.othersEnded') : t('settings:sessions.ended');
  return (
    <SettingsSection name="sessions">
      <Fetched query={sessions} height="var(--num-tile-height)">
        {({ sessions: all }) => (
          <Stack align="stretch">
            <PlainList>
              {newestFirst(all).map((session) => (
                <SessionRow
                  key={session.id}
                  session={session}
                  timezone={timezone}
                  ending={ending.isPending && ending.variables === session.id}
                  onEnd={() => ending.mutate(session.id)}
                />
              ))}
            </PlainList>
            <Failure error={ending.error} />
            <Group>
              {all.length > 2 && (
                <Button
                  variant="default"
                  loading={ending.isPending && ending.variables === 'others'}
                  onClick={() => ending.mutate('others')}
                >
                  {t('settings:sessions.endOthers')}
                </Button>
              )}
              <Done text={ending.isSuccess ? done : undefined} />
            </Group>
          </Stack>
        )}
      </Fetched>
    </SettingsSection>
  );
}
