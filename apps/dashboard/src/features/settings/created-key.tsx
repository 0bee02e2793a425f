import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { CreatedApiKey } from '@num-ecard/contracts/api-keys';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ICON } from '../../ui/theme';
import { CopyValue } from './copy-value';

/** A new key, the one time it can be seen. */
export function CreatedKey({ created, onKept }: { created: CreatedApiKey; onKept(): void }) {
  const { t } = useTranslation(['settings', 'translation']);
  return (
    <Alert
      color="ink"
      title={t('settings:keys.made', { name: created.name })}
      icon={<IconKey size={ICON.medium} aria-hidden />}
    >
      <Stack gap="sm">
        <Text size="sm">{t('settings:keys.madeHint')}</Text>
        <TextInput
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed
          autoFocus
          label={t('settings:keys.key')}
          value={created.key}
          readOnly
          // Where a browser forbids copying by script, it is one key away.
          onFocus={(event) => event.currentTarget.select()}
        />
        <Group gap="xs">
          <CopyValue value={created.key} />
          <Button variant="subtle" onClick={onKept}>
            {t('settings:keys.kept')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
