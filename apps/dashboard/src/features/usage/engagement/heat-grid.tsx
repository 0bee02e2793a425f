import '@mantine/core/styles/Tooltip.css';
import '@mantine/charts/styles.css';
import { MatrixChart } from '@mantine/charts';
import { Center } from '@mantine/core';
import type { UsageHours } from '@num-ecard/contracts/usage';
import { useTranslation } from 'react-i18next';
import { weekdayText } from '@num-ecard/contracts/calendar';
import { HEAT_MAP } from '../../../ui/theme';
import type { heatLayout } from './week-hours';

type WeekHour = UsageHours['hours'][number];

interface HeatGridProps {
  /** From Monday's first to Sunday's last. */
  hours: readonly WeekHour[];
  layout: ReturnType<typeof heatLayout>;
  textOf(hour: WeekHour): string;
  /** Called with the index of the hour. */
  onPick(index: number): void;
}

/** A week's hours, the darker the more visits. */
export function HeatGrid({ hours, layout: { upright, cell }, textOf, onPick }: HeatGridProps) {
  const { t, i18n } = useTranslation('engagement');
  const days = Array.from({ length: 7 }, (_, index) => weekdayText(index + 1, i18n.language, 'short'));
  const ticks = Array.from({ length: 24 }, (_, hour) => t('hours.tick', { hour }));
  const [xLabels, yLabels] = upright ? [days, ticks] : [ticks, days];
  const indexOf = ({ x, y }: { x: string; y: string }) =>
    upright ? days.indexOf(x) * 24 + ticks.indexOf(y) : days.indexOf(y) * 24 + ticks.indexOf(x);
  return (
    <Center>
      <MatrixChart
        data={hours.map(({ views }, index) => {
          const [day, hour] = [days[Math.floor(index / 24)] ?? '', ticks[index % 24] ?? ''];
          return { x: upright ? day : hour, y: upright ? hour : day, value: views === 0 ? null : views };
        })}
        xLabels={xLabels}
        yLabels={yLabels}
        withXLabels
        withYLabels
        xLabelsPosition="top"
        xLabelsRotation={0}
        xLabelsHeight={HEAT_MAP.hours}
        yLabelsWidth={HEAT_MAP.days}
        domain={[0, Math.max(1, ...hours.map(({ views }) => views))]}
        colors={[...HEAT_MAP.levels]}
        emptyColor={HEAT_MAP.none}
        cellSize={cell}
        cellRadius={HEAT_MAP.radius}
        gap={HEAT_MAP.gap}
        fontSize={HEAT_MAP.font}
        withLegend
        // The words of the legend are wider than the chart takes them for.
        style={{ overflow: 'visible' }}
        legendLabels={[t('hours.less'), t('hours.more')]}
        withTooltip
        getTooltipLabel={(found) => {
          const hour = hours[indexOf(found)];
          return hour && textOf(hour);
        }}
        getCellProps={(found) => ({ onClick: () => onPick(indexOf(found)) })}
      />
    </Center>
  );
}
