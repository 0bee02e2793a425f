import { useForm, type UseFormReturnType } from '@mantine/form';
import { randomId } from '@mantine/hooks';
import type { CardDetail } from '@num-ecard/contracts/card-editing';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestError } from '../../lib/request-error';
import { type CardFormValues, changeOf, fieldOf, formOf, problemOf } from './card-form';
import { cardQuery, saveCard } from './card.query';

export type CardForm = UseFormReturnType<CardFormValues>;

/** `wrong`: a field is not as it must be. `conflict`: somebody else has saved meanwhile. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'wrong' | 'conflict';

const newForm = (card: CardDetail) => formOf(card, () => randomId());

/** The form of a card: its values, their faults in words, and saving, which loses nothing that was typed. */
export function useCardForm(loaded: CardDetail, onSaved: (card: CardDetail) => void) {
  const { t } = useTranslation(['card-editor', 'translation']);
  const queryClient = useQueryClient();
  const [saved, setSaved] = useState(loaded);

  const inWords = (paths: readonly string[], values: CardFormValues) =>
    Object.fromEntries(
      paths.map((path) => {
        const field = fieldOf(path, values);
        return [field, t(`card-editor:wrong.${problemOf(field)}`)];
      }),
    );
  const form = useForm<CardFormValues>({
    initialValues: newForm(loaded),
    validate: (values) => inWords(changeOf(values, saved).wrong, values),
    validateInputOnBlur: true,
  });

  const saving = useMutation({
    mutationFn: async ({ values, over }: { values: CardFormValues; over: CardDetail }) => {
      const { change } = changeOf(values, over);
      if (change === undefined) throw new RequestError('refused', { status: 400 });
      return saveCard(over, change);
    },
    onSuccess: (card, { values }) => {
      take(card, form.getValues() === values);
      onSaved(card);
    },
    onError: (error, { values }) => {
      if (error instanceof RequestError && error.errors.length > 0) {
        const paths = error.errors.map(({ path }) => path);
        form.setErrors(inWords(paths, values));
      }
    },
  });

  /** @param whole whether the fields are to show it too: what was typed meanwhile stays */
  function take(card: CardDetail, whole: boolean) {
    const fresh = newForm(card);
    setSaved(card);
    form.resetDirty(fresh);
    if (whole) form.setValues(fresh);
    else form.setFieldValue('photo', (photo) => (photo === saved.photo ? card.photo : photo));
  }

  const latest = () => queryClient.fetchQuery({ ...cardQuery(loaded), staleTime: 0 });
  const reload = useMutation({
    mutationFn: latest,
    onSuccess: (card) => {
      saving.reset();
      form.clearErrors();
      take(card, true);
      onSaved(card);
    },
  });
  const insist = useMutation({
    mutationFn: latest,
    onSuccess: (card) => saving.mutate({ values: form.getValues(), over: withPhotoOf(card, saved) }),
  });

  return {
    form,
    saved,
    state: stateOf(),
    error: saving.error ?? reload.error ?? insist.error,
    dirty: form.isDirty(),
    save: () => {
      if (!form.validate().hasErrors) saving.mutate({ values: form.getValues(), over: saved });
    },
    /** Back to what is saved. */
    undo: () => {
      saving.reset();
      form.clearErrors();
      take(saved, true);
    },
    /** After a conflict: the other's version, or one's own over it. */
    reload: () => reload.mutate(),
    insist: () => insist.mutate(),
  };

  function stateOf(): SaveState {
    if (saving.isPending || reload.isPending || insist.isPending) return 'saving';
    if (!form.isDirty()) return 'saved';
    if (saving.error instanceof RequestError && saving.error.status === 409) return 'conflict';
    if (Object.keys(form.errors).length > 0) return 'wrong';
    // What was wrong with a field has been put right since.
    const wasWrong = saving.error instanceof RequestError && saving.error.errors.length > 0;
    return saving.isError && !wasWrong ? 'failed' : 'unsaved';
  }
}

/** The latest revision, beside the photo that the form was made from: only a photo that was changed here is sent. */
function withPhotoOf(card: CardDetail, { photo }: CardDetail): CardDetail {
  return { ...card, photo };
}
