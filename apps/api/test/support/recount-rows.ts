/** The rollups as they must be, row by row, and as they are. */
import { UsageMerging } from '../../src/tracking/store/usage-merging.js';
import {
  bucketOf,
  type Counts,
  countedBy,
  droppedOf,
  engagedMs,
  local,
  roundedDown,
  clickedTargets,
  type Visit,
} from './recount.js';
import type { OwnAccount, World } from './traffic-world.js';

/** `card dimension day key` → `views/visitors/clicks/engagedMs`; rows of zeros left out. */
type Rows = Readonly<Record<string, string>>;

type Viewed = Visit & { view: NonNullable<Visit['view']> };

const EVER = { from: '2000-01-01', to: '2100-01-01' };

export function recountedRows({ recount }: World, { cards, timezone }: OwnAccount): Rows {
  const rows: Record<string, string> = {};
  for (const [index, card] of cards.entries()) {
    const asked = { cards: [card], timezone, ...EVER };
    const add = (dimension: string, counted: ReadonlyMap<string, Counts>): void => {
      for (const [name, { views, visitors, clicks, engagedMs: ms }] of counted) {
        rows[`${index} ${dimension} ${name}`] = `${views}/${visitors}/${clicks}/${ms}`;
      }
    };
    const day = (at: number): string => bucketOf(at, timezone, 'day');
    const by = (dimension: string, key: (visit: Viewed) => string): void =>
      add(
        dimension,
        countedBy(
          recount,
          asked,
          (visit) => `${day(visit.view.at)} ${key(visit)}`,
          ({ at, visit }) =>
            visit.view === null ? undefined : `${day(at)} ${key({ ...visit, view: visit.view })}`,
        ),
      );
    const hour = (at: number): string => `${day(at)} ${local(at, timezone).hour}`;
    add(
      'total',
      countedBy(
        recount,
        asked,
        ({ view }) => day(view.at),
        ({ at }) => day(at),
      ),
    );
    add(
      'hour',
      countedBy(
        recount,
        asked,
        ({ view }) => hour(view.at),
        ({ at }) => hour(at),
      ),
    );
    by('place', ({ view: { person } }) =>
      [person.country, person.region, person.city].map((part) => part ?? '').join('/'),
    );
    by('source', ({ view: { origin } }) =>
      [origin.source, origin.linkCode ?? '', origin.referrerHost ?? ''].join('/'),
    );
    by('device', ({ view: { person } }) => [person.device, person.browser, person.system].join('/'));

    const clicked = countedBy(
      recount,
      asked,
      () => undefined,
      ({ at, target }) => `${day(at)} ${target}`,
    );
    const times = new Map<string, Counts>();
    const count = (all: Map<string, Counts>, name: string): void => {
      const counts = all.get(name) ?? { views: 0, visitors: 0, clicks: 0, engagedMs: 0 };
      counts.views += 1;
      all.set(name, counts);
    };
    for (const visit of recount.visits) {
      if (visit.view === null || visit.card !== card) continue;
      for (const target of clickedTargets(visit)) count(clicked, `${day(visit.view.at)} ${target}`);
      const ms = roundedDown(engagedMs(visit));
      if (ms > 0) count(times, `${day(visit.view.at)} ${ms}`);
    }
    add('target', clicked);
    add('engaged', times);
    for (const on of new Set(recount.dropped.map((dropped) => dropped.day))) {
      for (const [reason, { views, clicks }] of droppedOf(recount, { ...asked, from: on, to: on })) {
        if (views + clicks > 0) rows[`${index} dropped ${on} ${reason}`] = `${views}/0/${clicks}/0`;
      }
    }
  }
  return rows;
}

/** Over all cards of the account: `dimension day key`. */
export function recountedSums(world: World, account: OwnAccount, from: string): Rows {
  const sums = new Map<string, number[]>();
  for (const [row, figures] of Object.entries(recountedRows(world, account))) {
    const [, dimension = '', day = '', ...key] = row.split(' ');
    if (day < from) continue;
    const name = [dimension, day, ...key].join(' ');
    const added = figures.split('/').map(Number);
    sums.set(
      name,
      added.map((figure, index) => figure + (sums.get(name)?.[index] ?? 0)),
    );
  }
  return Object.fromEntries(Array.from(sums, ([name, sum]) => [name, sum.join('/')]));
}

/** The sums over all cards that there are of days which are not closed, and the first of these days. */
export async function storedSums({ instances }: World, { given }: OwnAccount): Promise<[Rows, string]> {
  const [{ dataSource, app }] = instances;
  await app.get(UsageMerging).settle(given.id);
  const [account] = await dataSource.query<[{ from: string }]>(
    'SELECT usage_closed_before::text AS from FROM accounts WHERE account_id = $1 AND usage_open_together',
    [given.id],
  );
  const stored = await dataSource.query<{ name: string; figures: string }[]>(
    `SELECT concat_ws(' ', dimension, day, nullif(key, '')) AS name,
            concat_ws('/', views, visitors, clicks, engaged_ms) AS figures
       FROM usage_open_breakdowns
      WHERE account_id = $1 AND (views, visitors, clicks, engaged_ms) <> (0, 0, 0, 0)`,
    [given.id],
  );
  return [Object.fromEntries(stored.map(({ name, figures }) => [name, figures])), account.from];
}

export async function storedRows({ instances }: World, { given, cards }: OwnAccount): Promise<Rows> {
  await instances[0].app.get(UsageMerging).settle(given.id);
  const stored = await instances[0].dataSource.query<{ name: string; figures: string }[]>(
    `SELECT array_position($2, slug) - 1 || ' ' || dimension || ' ' || day || key AS name,
            concat_ws('/', views, visitors, clicks, engaged_ms) AS figures
       FROM (SELECT account_id, card_id, 'total' AS dimension, day, '' AS key, views, visitors, clicks, engaged_ms
               FROM usage_days
              UNION ALL
             SELECT account_id, card_id, dimension, day, ' ' || key, views, visitors, clicks, engaged_ms
               FROM usage_day_breakdowns) AS rollup
       JOIN cards USING (account_id, card_id)
      WHERE account_id = $1 AND (views, visitors, clicks, engaged_ms) <> (0, 0, 0, 0)`,
    [given.id, cards],
  );
  return Object.fromEntries(stored.map(({ name, figures }) => [name, figures]));
}
