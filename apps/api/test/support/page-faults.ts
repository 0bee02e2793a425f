/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}
type WithAxe = typeof window & { axe?: { run(options?: object): Promise<AxeResults> } };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1440, height: 900 };
/**
 * Of what is right nothing is told, no style sheet is fetched for rules that are not asked for, and nobody waits for an answer from the
 * card's preview: the card is looked at where it is a page.
 */
const ALL = { resultTypes: ['violations'], preload: false, iframes: false };

/**
 * What is wrong with the page as it stands, in words; empty is what a test wants. Everything axe-core finds, and
 * whatever lies outside the window's width: in the window's own size in the light and in the dark scheme, and on a
 * phone or a desk, whichever it is not. Leaves the page in its size and in the light scheme.
 * @param of `own size`: of the other size only what lies outside, for a test that comes in both
 */
export async function pageFaults(
  page: Page,
  of: 'both sizes' | 'own size' = 'both sizes',
): Promise<string[]> {
  const own = page.viewportSize() ?? PHONE;
  const other = own.width === PHONE.width ? DESKTOP : PHONE;
  // Evaluated through the browser's own tools, which the page's Content-Security-Policy does not bind.
  await page.evaluate(`window.axe ?? ${axe}`);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await page.evaluate(findFaults, ALL);
  await page.emulateMedia({ colorScheme: 'dark' });
  // Of all that axe looks at, only colours differ between the schemes.
  const dark = await page.evaluate(findFaults, { ...ALL, runOnly: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(other);
  const resized = await page.evaluate(findFaults, of === 'own size' ? undefined : ALL);
  await page.setViewportSize(own);
  return [
    ...light,
    ...dark.map((fault) => `dark: ${fault}`),
    ...resized.map((fault) => `${other.width} px wide: ${fault}`),
  ];
}

/** Runs in the page. @param options axe's; without them it is not asked */
async function findFaults(options: object | undefined): Promise<string[]> {
  // What follows a change of size or scheme by script is done after a frame, and drawn in the next.
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  const faults: string[] = [];
  if (options !== undefined) {
    const found = await (window as WithAxe).axe?.run(options);
    for (const { id, nodes } of found?.violations ?? [{ id: 'axe did not load', nodes: [] }])
      faults.push(`${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }
  // A chart takes its width from a box that has just taken its own, some frames later.
  const { documentElement: root } = document;
  for (let frame = 0; frame < 60 && root.scrollWidth > root.clientWidth; frame += 1)
    await new Promise(requestAnimationFrame);
  if (root.scrollWidth > root.clientWidth)
    faults.push(`${root.scrollWidth} px wide in a window of ${root.clientWidth} px`);
  return faults;
}
