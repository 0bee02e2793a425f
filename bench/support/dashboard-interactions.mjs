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
/** `-17`: the ends of cards' titles. */
const KEYS = ['-', '1', '7'];
const CROSS_BY = ['Par pays', 'Par région', 'Par ville', 'Par bouton', 'Par mois', 'Par source'];
const PERIODS = ['Ce trimestre', 'Cette année'];

const compared = (page) => page.locator('main section').nth(0);
const crossed = (page) => page.locator('main section').nth(1);

/** What is recorded of a page: between `during`'s two ends only, so that finding the places to press is not. */
class Recorder {
  spans = [];
  last = 0;

  constructor(page) {
    this.page = page;
    const touch = () => (this.last = performance.now());
    page.on('request', touch);
    page.on('requestfinished', touch);
  }

  /** Does something, and waits until nothing is under way. */
  async during(act) {
    const from = await this.now();
    await act();
    await this.settled();
    this.spans.push({ from, to: await this.now() });
  }

  now() {
    return this.page.evaluate(() => performance.now());
  }

  async settled() {
    this.last = performance.now();
    while (performance.now() - this.last < QUIET_MS) await this.page.waitForTimeout(50);
    // What was put off until now comes before a new task.
    await this.page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  }

  /** By the mouse alone: a locator's own click works within the page before and while it is pressed. */
  async press(target) {
    await target.evaluate((element) => element.scrollIntoView({ block: 'nearest', inline: 'center' }));
    const { x, y, width, height } = await target.boundingBox();
    await this.page.mouse.move(x + width / 2, y + height / 2);
    await this.settled();
    const isThere = await target.evaluate(
      (element, [left, top]) => element.contains(document.elementFromPoint(left, top)),
      [x + width / 2, y + height / 2],
    );
    if (!isThere) throw new Error(`something covers ${target}`);
    await this.during(() => this.page.mouse.click(x + width / 2, y + height / 2, { delay: 40 }));
  }
}

async function sortBy(page, table, recorder) {
  // What is sorted out of sight costs less.
  await table(page)
    .locator('[role=group]')
    .first()
    .evaluate((rows) => rows.scrollIntoView({ block: 'center' }));
  const heads = table(page).locator('thead button');
  const count = await heads.count();
  for (let index = 0; index < count; index += 1) await recorder.press(heads.nth(index));
}

async function scroll(page, table, recorder) {
  const rows = table(page).locator('[role=group]').first();
  await rows.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const { x, y, width, height } = await rows.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await recorder.during(async () => {
    for (const way of [1, -1]) {
      for (let turn = 0; turn < WHEEL_TURNS; turn += 1) {
        await page.mouse.wheel(0, way * 240);
        await page.waitForTimeout(30);
      }
    }
  });
}

async function search(page, table, recorder) {
  await recorder.press(table(page).locator('input[type=search]'));
  await recorder.during(async () => {
    for (const key of [...KEYS, ...KEYS.map(() => 'Backspace')]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(KEY_MS);
    }
  });
}

async function choose(recorder, list, option) {
  await recorder.press(list);
  await recorder.press(option);
}

/** What an owner of many cards does with them, in this order on one page. */
const STEPS = [
  { name: 'sort cards side by side', act: (page, recorder) => sortBy(page, compared, recorder) },
  { name: 'scroll cards side by side', act: (page, recorder) => scroll(page, compared, recorder) },
  { name: 'search cards side by side', act: (page, recorder) => search(page, compared, recorder) },
  {
    name: 'choose another cross table',
    async act(page, recorder) {
      for (const name of CROSS_BY)
        await choose(
          recorder,
          crossed(page).getByRole('combobox'),
          crossed(page).getByRole('option', { name }),
        );
    },
  },
  { name: 'sort the cross table', act: (page, recorder) => sortBy(page, crossed, recorder) },
  { name: 'scroll the cross table', act: (page, recorder) => scroll(page, crossed, recorder) },
  { name: 'search the cross table', act: (page, recorder) => search(page, crossed, recorder) },
  {
    name: 'switch the heat',
    async act(page, recorder) {
      for (const index of [1, 0, 1, 0])
        await recorder.press(crossed(page).locator('[role=radiogroup] label').nth(index));
    },
  },
  {
    name: 'choose another period',
    async act(page, recorder) {
      for (const name of PERIODS)
        await choose(
          recorder,
          page.getByRole('combobox', { name: 'Période' }),
          page.getByRole('option', { name }),
        );
    },
  },
  {
    name: 'choose another card',
    act: (page, recorder) =>
      choose(recorder, page.locator('main button[aria-haspopup=listbox]'), page.getByRole('option').nth(3)),
  },
];

/** Each interaction's longest event, as INP counts them. */
function interactionsOf(events) {
  const longest = new Map();
  for (const { id, ms } of events) longest.set(id, Math.max(longest.get(id) ?? 0, ms));
  return [...longest.values()];
}

async function round(browser, { url, cookie, address, slowdown, profile, taken }) {
  const { page, session, close } = await openOwnersPage(browser, { url, cookie, size: 'desktop', slowdown });
  try {
    await page.goto(`${url}${address}`);
    await page.locator('main section').nth(1).locator('tbody a').first().waitFor();
    await new Recorder(page).settled();
    if (profile !== undefined) await session.send('Profiler.enable');
    for (const { name, act } of STEPS) {
      const recorder = new Recorder(page);
      if (profile !== undefined) await session.send('Profiler.start');
      await act(page, recorder);
      if (profile !== undefined) {
        const told = await session.send('Profiler.stop');
        const file = join(profile, `${name.replaceAll(' ', '-')}-${slowdown}.cpuprofile`);
        await writeFile(file, JSON.stringify(told.profile));
      }
      const { events, tasks } = await recorded(page);
      const within = (time) => recorder.spans.some(({ from, to }) => from <= time && time <= to);
      const step = taken.get(name);
      step.interactions.push(...interactionsOf(events.filter(({ from }) => within(from))));
      step.tasks.push(...tasks.filter(({ from }) => within(from)).map(({ from, to }) => to - from));
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
