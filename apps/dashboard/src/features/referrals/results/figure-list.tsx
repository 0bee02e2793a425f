import { DataList, Stack, Title } from '@mantine/core';
import type { DayRange } from '@num-ecard/contracts/period-calendar';
import { useId } from 'react';
import { WEIGHT } from '../../../ui/theme';
import { FigureLink } from '../figure-link';
import type { ReferralFigure } from '../figure-search';

interface FigureListProps {
  title: string;
  range: DayRange;
  figures: readonly {
    readonly key: string;
    readonly label: string;
    readonly text: string;
    /** Whose list it opens. */
    readonly of: ReferralFigure;
  }[];
}

/** Figures below one another, each the way to its list. */
export function FigureList({ title, range, figures }: FigureListProps) {
  const id = useId();
  return (
    <Stack gap="xs" role="group" aria-labelledby={id}>
      <Title order={3} id={id}>
        {title}
      </Title>
      <DataList withDivider>
        {figures.map(({ key, label, text, of }) => (
          <DataList.Item key={key}>
            <DataList.ItemLabel flex="1" c="var(--mantine-color-text)">
              {label}
            </DataList.ItemLabel>
            <DataList.ItemValue ta="end" fw={WEIGHT.bold}>
              <FigureLink figure={of} range={range} label={`${label}, ${text}`}>
                {text}
              </FigureLink>
            </DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </Stack>
  );
}
