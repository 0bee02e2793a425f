/** The card's own colour, made readable. All colours are `#rrggbb`; contrast is that of WCAG 2. */

/** What text stands on: the card, and the page round it. */
export const SURFACES = { light: '#ffffff', dark: '#16191f' } as const;
export const PAGES = { light: '#eceff3', dark: '#0c0e12' } as const;

function channels(color: string): [number, number, number] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [number, number, number];
}

function luminance(color: string): number {
  const [r, g, b] = channels(color).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** `share` of `a` (0 to 1), the rest of `b`. */
export function mix(a: string, b: string, share: number): string {
  const other = channels(b);
  return `#${channels(a)
    .map((channel, i) => Math.round(channel * share + other[i]! * (1 - share)))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Black or white, whichever reads better on the colour: always 4.5 or more, for any colour. */
export function inkOn(color: string): '#000000' | '#ffffff' {
  return contrast(color, '#ffffff') >= contrast(color, '#000000') ? '#ffffff' : '#000000';
}

/** The colour, taken towards `toward` only as far as it must be to reach `ratio` against every background. */
function readable(color: string, toward: string, backgrounds: readonly string[], ratio: number): string {
  for (let share = 1; share > 0; share -= 0.02) {
    const candidate = mix(color, toward, share);
    if (backgrounds.every((background) => contrast(candidate, background) >= ratio)) return candidate;
  }
  return toward;
}

export interface Shades {
  /** A faint surface in the card's colour, behind icons. */
  tint: string;
  /** Text and icons on the surface, the page or the tint: 4.5 or more. */
  link: string;
  /** Where the colour must be told from the surface: 3 or more. */
  edge: string;
}

/** What the pages use of a card's colour, in a light or dark scheme. */
export function shades(color: string, scheme: keyof typeof SURFACES): Shades {
  const surface = SURFACES[scheme];
  const toward = scheme === 'light' ? '#000000' : '#ffffff';
  const tint = mix(readable(color, toward, [surface], 3), surface, scheme === 'light' ? 0.1 : 0.2);
  return {
    tint,
    link: readable(color, toward, [surface, PAGES[scheme], tint], 4.5),
    edge: readable(color, toward, [surface], 3),
  };
}
