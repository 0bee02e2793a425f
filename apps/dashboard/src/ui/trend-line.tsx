import { Box } from '@mantine/core';
import { linePoints } from '../lib/line-points';
import { CHART } from './theme';

const DASHED = {
  stroke: CHART.beside,
  strokeWidth: CHART.stroke,
  strokeDasharray: CHART.dashes,
} as const;

interface TrendLineProps {
  /** What it shows, in words. */
  label: string;
  values: readonly number[];
  /** Of the period before, drawn behind it and dashed. */
  before?: readonly number[] | undefined;
  /** A CSS length. */
  height: string;
}

/** The line of the period before, beside the words that name it. */
export function DashedLine() {
  return (
    <svg width={CHART.gap} height={CHART.gap / 2} aria-hidden>
      <line x2="100%" y1="50%" y2="50%" {...DASHED} />
    </svg>
  );
}

/** Units of the drawing; it is stretched to the room there is. */
const WIDTH = 100;
const HEIGHT = 100;
const NONE: readonly number[] = [];

/** A small line without axes, where the library of the large charts would weigh more than the page. */
export function TrendLine({ label, values, before = NONE, height }: TrendLineProps) {
  const most = Math.max(1, ...values, ...before);
  const points = (of: readonly number[]) => linePoints(of, WIDTH, HEIGHT, most);
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
        points={`0,${HEIGHT} ${points(values)} ${WIDTH},${HEIGHT}`}
        fill="var(--num-chart-main)"
        opacity={CHART.fill}
      />
      {before.length > 0 && <polyline points={points(before)} {...line} {...DASHED} />}
      <polyline points={points(values)} stroke="var(--num-chart-main)" {...line} />
    </Box>
  );
}
