/// <reference lib="dom" />
/** Ways through the dashboard: from screen to screen by its links, and over a screen by Tab. */
import type { Page } from 'playwright-core';

/** Nothing on the screen is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('main :is([aria-busy="true"], .mantine-Skeleton-root[data-visible])') === null,
  );
}

/**
 * Goes to a screen as an owner does, without loading the page anew.
 * @param menu what the account's menu is called: it has the only way to the settings
 */
export async function go(page: Page, path: string, menu: string): Promise<void> {
  if (new URL(page.url()).pathname === path) return settled(page);
  const before = await page.locator('main h1').first().elementHandle();
  if (path === '/settings') await page.getByRole('button', { name: menu }).click();
  await page.locator(`a[href="${path}"]`).filter({ visible: true }).first().click();
  await before?.waitForElementState('hidden');
  await settled(page);
}

type Walking = typeof window & {
  /** What is wrong so far, and whether the walk has been everywhere. */
  walked?: () => { done: boolean; faults: string[] };
};

/** Runs in the page: what there is to reach, and how it looks while it has no focus. */
function beginWalk(): void {
  const REACHABLE = 'a[href], button, input, select, textarea, iframe, summary, [tabindex]';
  const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const name = (element: Element) => {
    const words =
      element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent;
    const { id } = element;
    return `${element.tagName.toLowerCase()}[${element.getAttribute('type') ?? element.getAttribute('role') ?? ''}] ${words?.trim().slice(0, 40)} ${id && document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent}`;
  };
  /** Of radio buttons that belong together one is reached, by Tab; the others from it, by arrows. */
  const group = (element: Element) =>
    element instanceof HTMLInputElement && element.type === 'radio' ? `radio ${element.name}` : element;
  /** What may show that an element has the focus: itself, what stands for it, what is around it. */
  const marks = (element: Element): Element[] => {
    const around = [element.parentElement, element.parentElement?.parentElement];
    const same = element.matches('svg path')
      ? [
          ...(element.closest('svg')?.querySelectorAll(`[aria-hidden][d="${element.getAttribute('d')}"]`) ??
            []),
        ]
      : [];
    return [element, element.nextElementSibling, ...around, ...same].filter(
      (each) => each !== null && each !== undefined,
    );
  };
  const look = (element: Element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    const outline =
      outlineStyle === 'none' || outlineWidth === '0px' ? '' : `${outlineWidth} ${outlineColor}`;
    return outline + (boxShadow === 'none' ? '' : boxShadow);
  };

  (document.activeElement as HTMLElement | null)?.blur();
  getSelection()?.removeAllRanges();
  scrollTo(0, 0);
  const wanted = new Map<unknown, string>();
  for (const element of document.querySelectorAll<HTMLElement>(REACHABLE)) {
    const off = element.matches(':disabled, [inert] *, [type="hidden"]') || element.tabIndex < 0;
    if (!off && seen(element)) wanted.set(group(element), name(element));
  }
  const looks = new Map<Element, string>();
  for (const element of document.querySelectorAll('body *')) {
    const shown = look(element);
    if (shown !== '') looks.set(element, shown);
  }
  let done = false;
  let last: Element | undefined;
  const visited = new Set<Element>();
  const found: string[] = [];
  /** Notes where the focus is. */
  const note = () => {
    const element = document.activeElement;
    // Past the last there is a step outside, and then the first.
    if (done || element === null || element === document.body || element === last) return;
    last = element;
    if (visited.has(element) && !element.matches('iframe')) {
      done = true;
      return;
    }
    visited.add(element);
    wanted.delete(group(element));
    if (element.matches('iframe')) return;
    // Of a field that is drawn by another: what it is in.
    let box = element;
    while (box.getBoundingClientRect().width < 4 || getComputedStyle(box).opacity === '0') {
      box = box.parentElement ?? document.body;
    }
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const hit = document.elementFromPoint(x, y);
    if (bottom < 1 || top > innerHeight - 1) found.push(`out of sight: ${name(element)}`);
    else if (hit === null || !(box.contains(hit) || hit.contains(box) || element.matches('svg path')))
      found.push(`covered by ${hit?.tagName} ${hit?.textContent?.slice(0, 30)}: ${name(element)}`);
    const shows = marks(element).some(
      (mark) =>
        mark.matches('svg [aria-hidden]') || (look(mark) !== '' && look(mark) !== (looks.get(mark) ?? '')),
    );
    if (!shows) found.push(`no sign of the focus: ${name(element)}`);
  };
  const ended = new AbortController();
  // Before each step, wherever it is made.
  for (const place of [
    document,
    ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument),
  ])
    place?.addEventListener('keydown', note, { capture: true, signal: ended.signal });
  (window as Walking).walked = () => {
    note();
    if (done) ended.abort();
    return { done, faults: [...found, ...[...wanted.values()].map((words) => `not reached: ${words}`)] };
  };
}

/** What is wrong with a walk through the whole page by Tab: what is not reached, out of sight, covered, or shows no sign of the focus. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  await page.evaluate(beginWalk);
  for (let steps = 0; steps < 1_000; steps += 50) {
    await Promise.all(Array.from({ length: 50 }, () => page.keyboard.press('Tab')));
    const walked = await page.evaluate(() => (window as Walking).walked?.());
    if (walked === undefined) return ['the page was loaded anew'];
    if (walked.done) return walked.faults;
  }
  return ['it never ends'];
}
