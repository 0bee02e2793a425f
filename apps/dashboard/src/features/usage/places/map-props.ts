import type { AreaFigures } from './map-figures';

/** What the maps of France and of the world are given. */
export interface MapProps {
  readonly figures: ReadonlyMap<string, AreaFigures>;
  /** The country or region whose places are listed. */
  readonly chosen: string | undefined;
  onChoose(code: string): void;
}
