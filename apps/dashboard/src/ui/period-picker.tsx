import '../locales/period';
import { Select, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { type Comparison, COMPARISONS } from '@num-ecard/contracts/period';
import { type DayRange, keepsWeekdays } from '@num-ecard/contracts/period-calendar';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rangeText } from '@num-ecard/contracts/calendar';
import { isComparable, type PeriodName, PERIODS, periodState } from '../lib/period';
import type { UsageSearch } from '../lib/usage-search';
import { fetchCode } from '../lib/fetch-code';
import { Part } from './part';

// Most periods have a name.
const ChosenDays = lazy(() =>
  fetchCode(() => import('./chosen-days').then((module) => ({ default: module.ChosenDays }))),
);

interface PeriodPickerProps {
  view: {
    readonly period: PeriodName;
    readonly range: DayRange;
    readonly compare?: Comparison;
    /** The account's day. */
    readonly today: string;
  };
  /** Whether what is shown is compared with anything. */
  compares?: boolean;
  /** Of all there is; visits are not kept for ever. */
  allText?: string;
  onChange(changed: Partial<UsageSearch>): void;
}

/** Which days, and what they are compared with. */
export function PeriodPicker({ view, compares = true, allText, onChange }: PeriodPickerProps) {
  const { t, i18n } = useTranslation('period');
  const { period, range, compare = 'none', today } = view;
  // Chosen, but without days so far: the figures on screen are still of the period before.
  const [choosing, setChoosing] = useState(false);
  const state = periodState(range, today);
  const shown = choosing ? 'custom' : period;
  return (
    <Stack gap="xs">
      <SimpleGrid cols={2} spacing="sm" maw="var(--num-picker-width)">
        <Select
          label={t('period.label')}
          data={PERIODS.map((name) => ({ value: name, label: t(`period.${name}`) }))}
          value={shown}
          allowDeselect={false}
          withScrollArea={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(name) => {
            const chosen = PERIODS.find((known) => known === name);
            setChoosing(chosen === 'custom');
            if (chosen !== undefined && chosen !== 'custom')
              onChange({ period: chosen, from: undefined, to: undefined, interval: undefined });
          }}
        />
        {compares && (
          <Select
            label={t('compare.label')}
            data={COMPARISONS.map((name) => ({ value: name, label: t(`compare.${name}`) }))}
            value={compare}
            disabled={period === 'all' || !isComparable(range, today)}
            allowDeselect={false}
            withScrollArea={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(name) => onChange({ compare: COMPARISONS.find((known) => known === name) })}
          />
        )}
      </SimpleGrid>
      {shown === 'custom' && (
        <Part fallback={<Skeleton h="var(--num-switcher-height)" />}>
          <ChosenDays
            range={range}
            today={today}
            onChoose={({ from, to }) => {
              setChoosing(false);
              onChange({ period: 'custom', from, to, interval: undefined });
            }}
          />
        </Part>
      )}
      <Text size="sm" c="dimmed" role="status">
        {period === 'all' ? (allText ?? t('period.allKept')) : rangeText(range, i18n.language)}
        {state !== 'over' && ` · ${t(`period.${state}`)}`}
        {/* A phone has no room for it. */}
        {compares && compare !== 'none' && keepsWeekdays(range) && (
          <Text span inherit visibleFrom="sm">
            {` · ${t('compare.weekdays')}`}
          </Text>
        )}
      </Text>
    </Stack>
  );
}
