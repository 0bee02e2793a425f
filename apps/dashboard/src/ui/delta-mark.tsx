import { Badge, VisuallyHidden } from '@mantine/core';
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { delta } from '@num-ecard/contracts/delta';
import { ICON } from './theme';

const LOOKS = {
  up: { color: 'teal', Icon: IconArrowUpRight },
  new: { color: 'teal', Icon: IconArrowUpRight },
  same: { color: 'gray', Icon: IconArrowRight },
  none: { color: 'gray', Icon: IconArrowRight },
  down: { color: 'red', Icon: IconArrowDownRight },
} as const;

/** Changes above it are said as a number of times. */
const MANY = 10;

interface DeltaMarkProps {
  now: number;
  before: number;
  /** The one before as it is read, where it is not a bare count. */
  beforeText?: string | undefined;
}

/** How a figure compares with the one of the period before. */
export function DeltaMark({ now, before, beforeText }: DeltaMarkProps) {
  const { t, i18n } = useTranslation();
  const found = delta(now, before);
  const { color, Icon } = LOOKS[found.kind];
  const number = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(i18n.language, options).format(value);
  const text =
    found.kind === 'none' || found.kind === 'same'
      ? t(now === before ? 'delta.same' : 'delta.almostSame')
      : found.kind === 'new'
        ? t('delta.new')
        : found.change >= MANY
          ? t('delta.times', { times: number(found.change + 1, { maximumFractionDigits: 0 }) })
          : number(found.change, { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 });
  return (
    <Badge variant="light" color={color} leftSection={<Icon size={ICON.small} aria-hidden />}>
      {text}
      <VisuallyHidden> {t('delta.before', { value: beforeText ?? number(before, {}) })}</VisuallyHidden>
    </Badge>
  );
}
