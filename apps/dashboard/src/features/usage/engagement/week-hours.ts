import type { UsageHours } from '@num-ecard/contracts/usage';

type WeekHour = UsageHours['hours'][number];

/** The hour of the week with the most visits, the first of equal ones; undefined without visits. */
export function busiestHour(hours: readonly WeekHour[]): WeekHour | undefined {
  const most = Math.max(...hours.map(({ views }) => views));
  return most === 0 ? undefined : hours.find(({ views }) => views === most);
}

interface HeatSizes {
  /** What the names of days and the gaps take, in pixels. */
  readonly days: number;
  readonly gap: number;
  /** Of a cell, where the hours lie side by side. */
  readonly narrowest: number;
  readonly widest: number;
  /** Of a cell, where they stand below one another. */
  readonly upright: number;
}

/** Hours side by side where there is room for them, else below one another, so that the week never has to be scrolled. */
export function heatLayout(width: number, { days, gap, narrowest, widest, upright }: HeatSizes) {
  const cell = Math.floor((width - days) / 24) - gap;
  return cell < narrowest
    ? ({ upright: true, cell: upright } as const)
    : ({ upright: false, cell: Math.min(cell, widest) } as const);
}
