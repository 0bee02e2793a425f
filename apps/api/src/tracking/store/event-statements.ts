import type { Hit, Visitor } from '../ingest/to-hits.js';
import { ACCOUNT_LOCK } from './account-lock.js';
import type { Cell, Columns } from './array-literal.js';
import type { UsageAdditions } from './usage-additions.js';
import type { Visit } from './visit.js';

// What `event-batch.ts` says to the database, and the columns of its parameters.

// Rows are ordered by their key before every insert, so that two writers lock them in the same order. The statements are
// named: PostgreSQL plans each once a connection. Each begins with the parameter `first`, so that they can be put together.

/** A table of array parameters, one a column. */
function unnest(first: number, types: string): string {
  return `unnest(${types
    .split(' ')
    .map((type, index) => `$${first + index}::${type}[]`)
    .join(', ')})`;
}

/** Whose events are stored: see {@link ACCOUNT_LOCK}. */
export const lockAccounts = (first: number): string => `
  SELECT count(pg_advisory_xact_lock_shared(${ACCOUNT_LOCK})) FROM ${unnest(first, 'uuid')} AS account (account_id)`;

/** Fails when one of the ids is known. */
const rememberNewIds = (first: number): string => `
  INSERT INTO tracking_event_ids (account_id, event_id, received_at)
  SELECT account_id, event_id, now() FROM ${unnest(first, 'uuid uuid')} AS hit (account_id, event_id)
   ORDER BY account_id, event_id`;

export const REMEMBER_IDS = `${rememberNewIds(1)}
      ON CONFLICT (account_id, event_id) DO NOTHING
  RETURNING account_id AS "accountId", event_id AS "eventId"`;

export const READ_VISITS = `
  SELECT account_id AS "accountId", card_id AS "cardId", visit_id AS "visitId", revision, began_at AS "beganAt",
         viewed, source, link_code AS "linkCode", referrer_host AS "referrerHost", country, region, city, device,
         browser, system, new_visitor AS "newVisitor", engaged_ms AS "engagedMs", clicks, waiting
    FROM ${unnest(1, 'uuid uuid uuid')} AS hit (account_id, card_id, visit_id)
    JOIN tracking_visits USING (account_id, card_id, visit_id)`;

/** Fails when one of them has been there. */
const meetNewVisitors = (first: number): string => `
  INSERT INTO usage_visitors (account_id, card_id, day, visitor)
  SELECT * FROM ${unnest(first, 'uuid uuid date bytea')} AS hit (account_id, card_id, day, visitor)
   ORDER BY account_id, card_id, day, visitor`;

export const MEET_VISITORS = `${meetNewVisitors(1)}
      ON CONFLICT (account_id, card_id, day, visitor) DO NOTHING
  RETURNING encode(visitor, 'hex') AS hash`;

export const storeViews = (first: number): string => `
  INSERT INTO tracking_events (account_id, card_id, visit_id, event_id, occurred_at, type, source, link_code,
                               referrer_host, country, region, city, device, browser, system, new_visitor, received_at)
  SELECT account_id, card_id, visit_id, event_id, occurred_at, 'view', source, link_code, referrer_host, country, region,
         city, device, browser, system, new_visitor, now()
    FROM ${unnest(first, 'uuid uuid uuid uuid timestamptz text text text text text text text text text boolean')}
         AS hit (account_id, card_id, visit_id, event_id, occurred_at, source, link_code, referrer_host, country, region,
                 city, device, browser, system, new_visitor)`;

export const storeOthers = (first: number): string => `
  INSERT INTO tracking_events (account_id, card_id, visit_id, event_id, occurred_at, type, target, engaged_ms, received_at)
  SELECT hit.*, now() FROM ${unnest(first, 'uuid uuid uuid uuid timestamptz text text integer')} AS hit`;

/**
 * A visit that somebody else has changed since it was read gets no revision, which a visit must have: the statement fails.
 * @param after something that must be done first
 */
export const storeVisits = (first: number, after = ''): string => `
  INSERT INTO tracking_visits (account_id, card_id, visit_id, revision, began_at, viewed, source, link_code,
                               referrer_host, country, region, city, device, browser, system, new_visitor, engaged_ms,
                               clicks, waiting)
  SELECT visit.*
    FROM ${after}
         ${unnest(first, 'uuid uuid uuid integer timestamptz boolean text text text text text text text text text boolean integer jsonb jsonb')}
         AS visit (account_id, card_id, visit_id)
   ORDER BY visit.account_id, visit.card_id, visit.visit_id
      ON CONFLICT (account_id, card_id, visit_id) DO UPDATE
     SET revision = CASE WHEN tracking_visits.revision = excluded.revision - 1 THEN excluded.revision END,
         began_at = excluded.began_at, viewed = excluded.viewed, source = excluded.source,
         link_code = excluded.link_code, referrer_host = excluded.referrer_host, country = excluded.country,
         region = excluded.region, city = excluded.city, device = excluded.device, browser = excluded.browser,
         system = excluded.system, new_visitor = excluded.new_visitor, engaged_ms = excluded.engaged_ms,
         clicks = excluded.clicks, waiting = excluded.waiting`;

const ADDED =
  'cards days hours places sources devices dimensions keys views visitors clicks engaged_ms viewed_at'.replaceAll(
    ' ',
    ', ',
  );

export const storeIncrements = (first: number): string => `
  INSERT INTO usage_increments (account_id, increment_id, ${ADDED}, news)
  SELECT account_id, increment_id, cards::uuid[], days::date[], hours::text[], places::text[], sources::text[],
         devices::text[], dimensions::text[], keys::text[], views::integer[], visitors::integer[], clicks::integer[],
         engaged_ms::bigint[], viewed_at::timestamptz[], news
    FROM ${unnest(first, `uuid uuid ${'text '.repeat(13)}jsonb`)}
         AS increment (account_id, increment_id, ${ADDED}, news)`;

/** All at once. Whoever counts an account anew changes its visits under the lock: so it is held before they are. */
export const STORE_ALL = `
  WITH locked AS MATERIALIZED (${lockAccounts(1)}),
  ids AS (${rememberNewIds(2)}),
  visitors AS (${meetNewVisitors(4)}),
  views AS (${storeViews(8)}),
  others AS (${storeOthers(23)}),
  visits AS (${storeVisits(31, 'locked,')})
  ${storeIncrements(50)}`;

type Key = Pick<Hit, 'accountId' | 'cardId' | 'visitId'>;
type Told<Row> = (row: Row) => Cell;

const account: Told<{ accountId: string }> = ({ accountId }) => accountId;
const card: Told<{ cardId: string }> = ({ cardId }) => cardId;

export const ID_COLUMNS: Columns<Hit> = [account, ({ eventId }) => eventId];

export const VISIT_KEY: Columns<Key> = [account, card, ({ visitId }) => visitId];

const EVENT_COLUMNS: Columns<Hit> = [...VISIT_KEY, ({ eventId }) => eventId, ({ occurredAt }) => occurredAt];

const DETAILS: Columns<Hit | Visit> = [
  ({ source }) => source,
  ({ linkCode }) => linkCode,
  ({ referrerHost }) => referrerHost,
  ({ country }) => country,
  ({ region }) => region,
  ({ city }) => city,
  ({ device }) => device,
  ({ browser }) => browser,
  ({ system }) => system,
];

/** All but the last: whether its visitor's first of the day. */
export const VIEW_COLUMNS: Columns<Hit> = [...EVENT_COLUMNS, ...DETAILS];

export const OTHER_COLUMNS: Columns<Hit> = [
  ...EVENT_COLUMNS,
  ({ type }) => type,
  ({ target }) => target,
  ({ engagedMs }) => engagedMs,
];

export const VISIT_COLUMNS: Columns<Visit> = [
  ...VISIT_KEY,
  ({ revision }) => revision,
  ({ beganAt }) => beganAt,
  ({ viewed }) => viewed,
  ...DETAILS,
  ({ newVisitor }) => newVisitor,
  ({ engagedMs }) => engagedMs,
  ({ clicks }) => JSON.stringify(clicks),
  ({ waiting }) => (waiting === null ? null : JSON.stringify(waiting)),
];

export const VISITOR_COLUMNS: Columns<{ accountId: string; cardId: string; visitor: Visitor }> = [
  account,
  card,
  ({ visitor }) => visitor.day,
  ({ visitor }) => `\\x${visitor.hash}`,
];

/** After account and id: in the order of `ADDED`. */
export const INCREMENT_LISTS = [
  'cards',
  'days',
  'hours',
  'places',
  'sources',
  'devices',
  'dimensions',
  'keys',
  'views',
  'visitors',
  'clicks',
  'engagedMs',
  'viewedAt',
] as const satisfies readonly (keyof UsageAdditions)[];
