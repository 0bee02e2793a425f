/** Room above and below the line, which is wider than a point. */
const MARGIN = 2;

/**
 * The points of a line through a series, from 0 at the foot to `most` at the top.
 * @param most the largest there is of all that is drawn together; of the series alone unless given
 */
export function linePoints(
  series: readonly number[],
  width: number,
  height: number,
  most = Math.max(...series, 1),
): string {
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
