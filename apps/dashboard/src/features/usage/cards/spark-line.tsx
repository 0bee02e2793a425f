import { linePoints } from '../../../lib/line-points';
import classes from './cards.module.css';

interface SparkLineProps {
  /** What it shows, in words. */
  label: string;
  series: readonly number[];
}

/** A card's visits over time, as a line alone: hundreds of them are drawn at once, which a chart library is too slow for. */
export function SparkLine({ label, series }: SparkLineProps) {
  return (
    <svg
      className={classes['spark']}
      viewBox="0 0 100 24"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <polyline points={linePoints(series, 100, 24)} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
