import { luminance } from '@mantine/core';

/** What the card's page writes on a colour, as `inkOn` of the page does, and how well it reads: 4.5 is enough, 21 the most. */
export function inkOf(color: string): { ink: 'light' | 'dark'; contrast: number } {
  const own = luminance(color);
  const onLight = 1.05 / (own + 0.05);
  const onDark = (own + 0.05) / 0.05;
  return onLight >= onDark ? { ink: 'light', contrast: onLight } : { ink: 'dark', contrast: onDark };
}

/** Whether the colour is told from white, as on a card's own ground: else the page uses a darker shade of it there. */
export function isPale(color: string): boolean {
  return 1.05 / (luminance(color) + 0.05) < 3;
}
