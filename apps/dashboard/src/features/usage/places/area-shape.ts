/** An area as a map draws it. */
export interface AreaShape {
  /** ISO 3166-1 or 3166-2. */
  readonly code: string;
  /** The `d` of an SVG path. */
  readonly path: string;
  /** A point within it, where what is told of it is hung. */
  readonly anchor: readonly [x: number, y: number];
}

export interface AreaShapes {
  /** The width and the height of the drawing; it begins at 0, 0. */
  readonly size: readonly [width: number, height: number];
  readonly shapes: readonly AreaShape[];
}
