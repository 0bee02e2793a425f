import { useForm, type UseFormInput } from '@mantine/form';
import type { Settings, SettingsChange } from '@num-ecard/contracts/settings';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { saveSettings, settingsQuery } from './settings.query';

interface Wanted<Values> {
  settings: Settings;
  /** What the form holds of the settings. */
  read(settings: Settings): Values;
  /** What is saved of the form. */
  write(values: Values): SettingsChange;
  validate?: UseFormInput<Values>['validate'];
  onSaved(settings: Settings): void;
}

/** The form of one part of the settings. What it holds is replaced by nothing but its own saving. */
export function useSettingsForm<Values extends Record<string, unknown>>({
  settings,
  read,
  write,
  validate,
  onSaved,
}: Wanted<Values>) {
  const queryClient = useQueryClient();
  const form = useForm<Values>({ initialValues: read(settings), ...(validate ? { validate } : {}) });
  const saving = useMutation({
    mutationFn: (values: Values) => saveSettings(write(values)),
    onSuccess: (saved, sent) => {
      queryClient.setQueryData(settingsQuery.queryKey, saved);
      form.setInitialValues(read(saved));
      // The server trims names: shown as they are kept, unless somebody types on.
      if (JSON.stringify(form.getValues()) === JSON.stringify(sent)) form.setValues(read(saved));
      onSaved(saved);
    },
  });
  return {
    form,
    state: {
      saving,
      dirty: form.isDirty(),
      onSubmit: form.onSubmit((values) => saving.mutate(values)),
    },
  };
}
