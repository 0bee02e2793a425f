import { Text } from '@mantine/core';
import type { ReferralMetrics } from '@num-ecard/contracts/referral-metrics';
import { useTranslation } from 'react-i18next';
import { monthText, startingUpper } from '@num-ecard/contracts/calendar';
import { shareText } from '@num-ecard/contracts/numbers';
import { WEIGHT } from '../../../ui/theme';
import { FigureLink } from '../figure-link';
import { FUNNEL } from './funnel-steps';
import { daysOfMonth } from './months';

interface MonthSentenceProps {
  metrics: ReferralMetrics;
  /** The account's day. */
  today: string;
}

/** The month in one sentence; each of its figures opens its list. */
export function MonthSentence({ metrics: { month, cohort }, today }: MonthSentenceProps) {
  const { t, i18n } = useTranslation('results');
  const range = daysOfMonth(month);
  const lead =
    month === today.slice(0, 7)
      ? t('sentence.thisMonth')
      : t('sentence.month', { month: startingUpper(monthText(month, i18n.language)) });
  return (
    <Text fz="sentence" lh="sentence" fw={WEIGHT.medium}>
      {lead}{' '}
      {FUNNEL.map((step, index) => (
        <span key={step}>
          {index > 0 && ', '}
          <FigureLink figure={step} range={range} underlined>
            {t(`sentence.${step}`, { count: cohort[step] })}
          </FigureLink>
        </span>
      ))}
      {'. '}
      <FigureLink figure="converted" range={range} underlined>
        {t('sentence.rate', { rate: shareText(cohort.rate, i18n.language) })}
      </FigureLink>
    </Text>
  );
}
