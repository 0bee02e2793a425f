/** Room above and below the line, which is wider than a point. */
const MARGIN = 2;

/** The points of a line through a series, from 0 at the foot to its largest at the top. */
export function sparkPoints(series: readonly number[], width: number, height: number): string {
  const most = Math.max(...series, 1);
  const step = series.length > 1 ? width / (series.length - 1) : 0;
  return series
    .map((value, index) => {
      const y = height - MARGIN - (value / most) * (height - 2 * MARGIN);
      return `${round(index * step)},${round(y)}`;
    })
    .join(' ');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
