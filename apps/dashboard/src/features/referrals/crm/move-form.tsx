import '@mantine/core/styles/NumberInput.css';
import { Button, Group, NumberInput, Select, Stack, Textarea } from '@mantine/core';
import { MAX_NOTE } from '@num-ecard/contracts/referral';
import { LOST_REASONS, mayMove } from '@num-ecard/contracts/referral-vocabulary';
import { lostReasonName, statusName } from '@num-ecard/contracts/referral-vocabulary-names';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../ui/use-locale';
import { Failure } from './failure';
import { moveOf, type MoveValues, NO_VALUES } from './move-values';
import { recommendationQuery } from './recommendation.query';
import { StaleNotice } from './stale-notice';
import { isStale } from './stale';
import type { Asked, Moving } from './use-moving';

/** Ten million euros: the most that the contract lets through. */
const MOST_EUROS = 10_000_000;

interface MoveFormProps {
  asked: Asked;
  moving: Moving;
}

export function MoveForm({ asked: { item, to }, moving: { moving, send, close } }: MoveFormProps) {
  const { t } = useTranslation('crm');
  const [locale] = useLocale();
  const [values, setValues] = useState(NO_VALUES);
  const set = (changed: Partial<MoveValues>) => setValues((before) => ({ ...before, ...changed }));
  const stale = isStale(moving.error);
  // As it is by now: another device has been faster.
  const current = useQuery({ ...recommendationQuery(item.id), enabled: stale }).data;
  const seen = stale ? (current ?? item) : item;
  const possible = mayMove(seen.status, to);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (possible && !moving.isPending) send(seen, moveOf(to, values));
      }}
    >
      <Stack>
        {to === 'lost' && (
          <Select
            label={t('move.reason')}
            placeholder={t('move.reasonNone')}
            data={LOST_REASONS.map((value) => ({ value, label: lostReasonName(value, locale) }))}
            value={values.reason}
            onChange={(reason) => set({ reason: LOST_REASONS.find((known) => known === reason) ?? null })}
            withScrollArea={false}
            comboboxProps={{ withinPortal: false }}
          />
        )}
        {to === 'converted' && (
          <NumberInput
            label={t('move.value')}
            description={t('move.valueHint')}
            value={values.value}
            onChange={(value) => set({ value })}
            min={0}
            max={MOST_EUROS}
            decimalScale={2}
            decimalSeparator={locale === 'fr' ? ',' : '.'}
            allowedDecimalSeparators={[',', '.']}
            thousandSeparator={locale === 'fr' ? ' ' : ','}
            suffix=" €"
            inputMode="decimal"
            hideControls
          />
        )}
        {/* What were written about somebody erased would never be erased. */}
        {seen.erasedAt === null && (
          <Textarea
            label={t('move.note')}
            maxLength={MAX_NOTE}
            autosize
            minRows={2}
            value={values.note}
            onChange={({ currentTarget }) => set({ note: currentTarget.value })}
          />
        )}
        {stale ? <StaleNotice item={seen} to={to} /> : <Failure error={moving.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          {possible && (
            <Button type="submit" aria-busy={moving.isPending} loading={moving.isPending}>
              {t(stale ? 'move.submitStill' : 'move.submit', { status: statusName(to, locale) })}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
