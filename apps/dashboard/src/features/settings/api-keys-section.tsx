import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { type ApiKey, MAX_API_KEYS } from '@num-ecard/contracts/api-keys';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDay, shortDate } from '@num-ecard/contracts/calendar';
import { ICON } from '../../ui/theme';
import { apiKeysQuery, deleteApiKey } from './api-keys.query';
import { DeleteKeyDialog } from './delete-key-dialog';
import { Fetched } from './fetched';
import { ListRow } from './list-row';
import { NewKeyForm } from './new-key-form';
import { Done } from './outcome';
import { PlainList } from './plain-list';
import { SettingsSection } from './settings-section';

/** The keys by which the owner's own programs read. */
export function ApiKeysSection({ timezone }: { timezone: string }) {
  const { t, i18n } = useTranslation(['settings', 'translation']);
  const queryClient = useQueryClient();
  const keys = useQuery(apiKeysQuery);
  const [doomed, setDoomed] = useState<ApiKey | null>(null);
  const deleting = useMutation({
    mutationFn: ({ id }: ApiKey) => deleteApiKey(id),
    onSuccess: () => setDoomed(null),
    onSettled: () => queryClient.invalidateQueries(apiKeysQuery),
  });
  const today = calendarDay(new Date(), timezone);
  const day = (at: string) => shortDate(new Date(at), timezone, i18n.language, today);
  const since = ({ createdAt, lastUsedAt }: ApiKey) =>
    lastUsedAt === null
      ? t('settings:keys.unused', { date: day(createdAt) })
      : t('settings:keys.used', { date: day(createdAt), used: day(lastUsedAt) });
  return (
    <SettingsSection name="keys">
      <Fetched query={keys} height="var(--num-tile-height)">
        {({ keys: all }) => (
          <Stack>
            {all.length === 0 && (
              <Text size="sm" c="dimmed">
                {t('settings:keys.none')}
              </Text>
            )}
            {all.length > 0 && (
              <PlainList>
                {all.map((key) => (
                  <ListRow
                    key={key.id}
                    icon={<IconKey size={ICON.medium} aria-hidden />}
                    title={key.name}
                    detail={`${key.prefix}… · ${since(key)}`}
                    action={
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={t('settings:keys.deleteOne', { name: key.name })}
                        onClick={() => {
                          deleting.reset();
                          setDoomed(key);
                        }}
                      >
                        {t('settings:keys.delete')}
                      </Button>
                    }
                  />
                ))}
              </PlainList>
            )}
            <NewKeyForm full={all.length >= MAX_API_KEYS} />
            <Group justify="space-between">
              <Anchor href="/api/openapi.json" target="_blank" size="sm">
                {t('settings:keys.docs')}
              </Anchor>
              <Done text={deleting.isSuccess ? t('settings:keys.deleted') : undefined} />
            </Group>
          </Stack>
        )}
      </Fetched>
      <DeleteKeyDialog
        apiKey={doomed}
        deleting={deleting.isPending}
        error={deleting.error}
        onDelete={(key) => deleting.mutate(key)}
        onClose={() => setDoomed(null)}
      />
    </SettingsSection>
  );
}
