import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openOwnersPage, recorded } from './dashboard-browser.mjs';
import { median } from './median.mjs';

/** Milliseconds from an interaction to the frame that shows its answer. */
export const INTERACTION_BOUND_MS = 100;
/** The browser tells of nothing shorter. */
export const LEAST_TOLD_MS = 16;
/** Milliseconds without a request and without a long task, after which an interaction's answer is all there. */
const QUIET_MS = 400;
/** Milliseconds between two keys of somebody who types fast. */
const KEY_MS = 120;
const WHEEL_TURNS = 30;
const CROSS_BY = ['Par pays', 'Par région', 'Par ville', 'Par bouton', 'Par mois', 'Par source'];

const compared = (page) => page.locator('main section').nth(0);
const crossed = (page) => page.locator('main section').nth(1);

/** Pressed where it is, by the mouse: the browser itself finds out what was meant. */
async function press(target) {
  await target.scrollIntoViewIfNeeded();
  await target.hover();
  await target.click();
}

async function sortBy(page, table, settled) {
  const heads = table(page).locator('thead button');
  const count = await heads.count();
  for (let index = 0; index < count; index += 1) {
    // A table may be wider than its place; the head would be under the names.
    await heads.nth(index).evaluate((head) => head.scrollIntoView({ block: 'nearest', inline: 'center' }));
    await press(heads.nth(index));
    await settled();
  }
}

async function scroll(page, table) {
  const rows = table(page).locator('[role=group]').first();
  await rows.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await rows.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  for (const way of [1, -1]) {
    for (let turn = 0; turn < WHEEL_TURNS; turn += 1) {
      await page.mouse.wheel(0, way * 240);
      await page.waitForTimeout(30);
    }
  }
}

async function search(page, table) {
  const field = table(page).getByRole('searchbox');
  await press(field);
  await page.keyboard.type('card 17', { delay: KEY_MS });
  for (let turn = 0; turn < 'card 17'.length; turn += 1) {
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(KEY_MS);
  }
}

/** What an owner of many cards does with them, in this order on one page. */
const STEPS = [
  { name: 'sort cards side by side', act: (page, settled) => sortBy(page, compared, settled) },
  { name: 'scroll cards side by side', act: (page) => scroll(page, compared) },
  { name: 'search cards side by side', act: (page) => search(page, compared) },
  {
    name: 'choose another cross table',
    async act(page, settled) {
      for (const name of CROSS_BY) {
        await press(crossed(page).getByRole('combobox'));
        await settled();
        await press(crossed(page).getByRole('option', { name }));
        await settled();
      }
    },
  },
  { name: 'sort the cross table', act: (page, settled) => sortBy(page, crossed, settled) },
  { name: 'scroll the cross table', act: (page) => scroll(page, crossed) },
  { name: 'search the cross table', act: (page) => search(page, crossed) },
  {
    name: 'switch the heat',
    async act(page, settled) {
      for (const index of [1, 0, 1, 0]) {
        await press(crossed(page).locator('[role=radiogroup] label').nth(index));
        await settled();
      }
    },
  },
  {
    name: 'choose another period',
    async act(page, settled) {
      for (const name of ['Ce trimestre', 'Cette année']) {
        await press(page.getByRole('combobox', { name: 'Période' }));
        await settled();
        await press(page.getByRole('option', { name }));
        await settled();
      }
    },
  },
  {
    name: 'choose another card',
    async act(page, settled) {
      await press(page.locator('main button[aria-haspopup=listbox]'));
      await settled();
      await press(page.getByRole('option').nth(3));
      await settled();
    },
  },
];

/** Waits until nothing is under way. */
function settling(page) {
  let last = performance.now();
  page.on('request', () => (last = performance.now()));
  page.on('requestfinished', () => (last = performance.now()));
  return async () => {
    last = performance.now();
    while (performance.now() - last < QUIET_MS) await page.waitForTimeout(50);
    // What was put off until now comes before a new task.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  };
}

/** Each interaction's longest event, as INP counts them. */
function interactionsOf(events) {
  const longest = new Map();
  for (const { id, ms } of events) longest.set(id, Math.max(longest.get(id) ?? 0, ms));
  return [...longest.values()];
}

async function round(browser, { url, cookie, address, slowdown, profile, taken }) {
  const { page, session, close } = await openOwnersPage(browser, { url, cookie, size: 'desktop', slowdown });
  try {
    const settled = settling(page);
    await page.goto(`${url}${address}`);
    await page.locator('main section').nth(1).locator('tbody a').first().waitFor();
    await settled();
    if (profile !== undefined) await session.send('Profiler.enable');
    for (const { name, act } of STEPS) {
      const began = await page.evaluate(() => performance.now());
      if (profile !== undefined) await session.send('Profiler.start');
      await act(page, settled);
      await settled();
      if (profile !== undefined) {
        const told = await session.send('Profiler.stop');
        const file = join(profile, `${name.replaceAll(' ', '-')}-${slowdown}.cpuprofile`);
        await writeFile(file, JSON.stringify(told.profile));
      }
      const { events, tasks } = await recorded(page);
      const step = taken.get(name);
      step.interactions.push(...interactionsOf(events.filter(({ from }) => from >= began)));
      step.tasks.push(...tasks.filter(({ to }) => to >= began).map(({ from, to }) => to - from));
    }
  } finally {
    await close();
  }
}

/**
 * What is done with many cards, on fresh pages one after another.
 * @param {{url: string, cookie: string, address: string, slowdown: number, rounds: number, profile?: string}} wanted
 *   profile: a folder for CPU profiles of the last round
 * @returns {Promise<object[]>} a step each: milliseconds, the longest and the median of those that the browser told of
 */
export async function measureInteractions(browser, { rounds, profile, ...wanted }) {
  const taken = new Map(STEPS.map(({ name }) => [name, { interactions: [], tasks: [] }]));
  if (profile !== undefined) await mkdir(profile, { recursive: true });
  for (let turn = 1; turn <= rounds; turn += 1)
    await round(browser, { ...wanted, taken, profile: turn === rounds ? profile : undefined });
  return [...taken].map(([name, { interactions, tasks }]) => {
    const longest = Math.max(LEAST_TOLD_MS, ...interactions);
    return {
      name,
      told: interactions.length,
      median: interactions.length === 0 ? LEAST_TOLD_MS : median(interactions),
      longest,
      tasks: tasks.length,
      longestTask: Math.max(0, ...tasks),
      missed: longest > INTERACTION_BOUND_MS,
    };
  });
}
