import { Button, Group, List, Stack, Text } from '@mantine/core';
import type { Ambassador } from '@num-ecard/contracts/referral-ambassadors';
import { useTranslation } from 'react-i18next';
import { Failure } from './failure';
import { useAmbassador } from './use-ambassador';

interface ErasureFormProps {
  ambassador: Ambassador;
  onDone(): void;
}

/** Asks before an ambassador's data is erased, and says what goes and what stays. */
export function ErasureForm({ ambassador, onDone }: ErasureFormProps) {
  const { t } = useTranslation('ambassadors');
  const { erasing } = useAmbassador(ambassador.id);
  return (
    <Stack>
      <Text>{t('erase.lead')}</Text>
      <List>
        <List.Item>{t('erase.goes')}</List.Item>
        <List.Item>{t('erase.links')}</List.Item>
        <List.Item>{t('erase.stays')}</List.Item>
      </List>
      {erasing.error && <Failure error={erasing.error} />}
      <Group justify="flex-end">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed */}
        <Button variant="default" autoFocus onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button
          color="red"
          loading={erasing.isPending}
          onClick={() => erasing.mutate(undefined, { onSuccess: onDone })}
        >
          {t('erase.submit')}
        </Button>
      </Group>
    </Stack>
  );
}
