import { Box } from '@mantine/core';
import { CHART } from './theme';

interface TrendLineProps {
  /** What it shows, in words. */
  label: string;
  values: readonly number[];
  /** Of the period before, drawn behind it and dashed. */
  before?: readonly number[] | undefined;
  /** A CSS length. */
  height: string;
}

/** Units of the drawing; it is stretched to the room there is. */
const WIDTH = 100;
const HEIGHT = 100;
const NONE: readonly number[] = [];

/** A small line without axes, where the library of the large charts would weigh more than the page. */
export function TrendLine({ label, values, before = NONE, height }: TrendLineProps) {
  const most = Math.max(1, ...values, ...before);
  const points = (of: readonly number[]) =>
    of.map((value, index) => {
      const x = of.length > 1 ? (index / (of.length - 1)) * WIDTH : WIDTH / 2;
      return `${x.toFixed(2)},${(HEIGHT - (value / most) * HEIGHT).toFixed(2)}`;
    });
  const line = { fill: 'none', strokeWidth: CHART.stroke, vectorEffect: 'non-scaling-stroke' } as const;
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      w="100%"
      h={height}
      display="block"
    >
      <polygon
        points={`0,${HEIGHT} ${points(values).join(' ')} ${WIDTH},${HEIGHT}`}
        fill="var(--num-chart-main)"
        opacity={CHART.fill}
      />
      {before.length > 0 && (
        <polyline
          points={points(before).join(' ')}
          stroke="var(--num-chart-beside)"
          strokeDasharray={CHART.dashes}
          {...line}
        />
      )}
      <polyline points={points(values).join(' ')} stroke="var(--num-chart-main)" {...line} />
    </Box>
  );
}
