import { Flex, Table, Text } from '@mantine/core';
import type { DayRange } from '@num-ecard/contracts/period-calendar';
import type { RankedAmbassadors } from '@num-ecard/contracts/referral-ambassadors';
import { useTranslation } from 'react-i18next';
import { countText, eurosText } from '@num-ecard/contracts/numbers';
import { WEIGHT } from '../../../ui/theme';
import { FigureLink } from '../figure-link';
import { AmbassadorLink } from './ambassador-link';

export const RANKED_FIGURES = ['received', 'contacted', 'converted'] as const;

interface RankingRowProps {
  ambassador: RankedAmbassadors['ambassadors'][number];
  /** Without: of all time. */
  range: DayRange | undefined;
  /** When somebody was thanked, in words. */
  thanked(at: string): string;
}

/** One ambassador with their rank and figures; on a phone the figures are below the name. */
export function RankingRow({ ambassador, range, thanked }: RankingRowProps) {
  const { t, i18n } = useTranslation('ambassadors');
  const { language } = i18n;
  const { id, rank, name, thankedAt, valueCents } = ambassador;
  const of = (label: string, text: string) =>
    t('ranking.of', { figure: `${label}, ${text}`, name: name ?? t('erased') });
  const value = eurosText(valueCents, language);
  return (
    <Table.Tr>
      <Table.Td fw={WEIGHT.bold} valign="top">
        {countText(rank, language)}
      </Table.Td>
      <Table.Td>
        <AmbassadorLink id={id} name={name} />
        <Flex wrap="wrap" columnGap="sm" rowGap={0} hiddenFrom="sm" fz="sm">
          {RANKED_FIGURES.map((figure) => (
            <FigureLink key={figure} figure={figure} range={range} ambassador={id}>
              {t(`figures.${figure}Count`, { count: ambassador[figure] })}
            </FigureLink>
          ))}
          <FigureLink figure="converted" range={range} ambassador={id}>
            {value}
          </FigureLink>
        </Flex>
        {thankedAt !== null && (
          <Text size="sm" c="dimmed">
            {thanked(thankedAt)}
          </Text>
        )}
      </Table.Td>
      {RANKED_FIGURES.map((figure) => {
        const text = countText(ambassador[figure], language);
        return (
          <Table.Td key={figure} ta="right" visibleFrom="sm">
            <FigureLink
              figure={figure}
              range={range}
              ambassador={id}
              label={of(t(`figures.${figure}`), text)}
            >
              {text}
            </FigureLink>
          </Table.Td>
        );
      })}
      <Table.Td ta="right" visibleFrom="sm" style={{ whiteSpace: 'nowrap' }}>
        <FigureLink figure="converted" range={range} ambassador={id} label={of(t('figures.value'), value)}>
          {value}
        </FigureLink>
      </Table.Td>
    </Table.Tr>
  );
}
