import { Button, Group, Stack } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Done, Failure } from './outcome';

interface SaveFormProps {
  saving: Pick<UseMutationResult, 'isPending' | 'isSuccess' | 'error'>;
  /** Whether something is typed or chosen that is not saved. */
  dirty: boolean;
  /** Of the button, when it is not just "save". */
  label?: string;
  done?: string;
  onSubmit(event: FormEvent<HTMLFormElement>): void;
  children: ReactNode;
}

/** A part of the settings that is saved by itself, and says how that went. What was typed stays when it failed. */
export function SaveForm({ saving, dirty, label, done, onSubmit, children }: SaveFormProps) {
  const { t } = useTranslation(['settings', 'translation']);
  return (
    <form noValidate onSubmit={onSubmit}>
      <Stack>
        {children}
        <Failure error={saving.error} />
        <Group>
          {/* Never disabled: a button that is takes the focus away from who has just pressed it. */}
          <Button type="submit" variant={dirty ? 'filled' : 'default'} loading={saving.isPending}>
            {label ?? t('settings:save')}
          </Button>
          <Done text={saving.isSuccess && !dirty ? (done ?? t('settings:saved')) : undefined} />
        </Group>
      </Stack>
    </form>
  );
}
