import { printTable } from './print.mjs';
import { OwnerConnection } from './read-client.mjs';
import { accountQuestions, addressOf, cardQuestions } from './read-panels.mjs';

const WARM_UP = 5;

export const BOUNDS = { median: 15, p95: 50, ratio: 1.5 };

/**
 * Every question, and the two accounts, large and small, that it is put to.
 * @param {{size: string, about: string, account: object, cookie: string}[]} owners
 */
export function questionsTo(owners, today, url) {
  const connections = new Map(owners.map((owner) => [owner, new OwnerConnection(url, owner.cookie)]));
  const put = (question, about) => ({
    question,
    sides: owners
      .filter((owner) => owner.about === about)
      .map((owner) => ({
        size: owner.size,
        address: addressOf(question, owner.account, today),
        connection: connections.get(owner),
        times: [],
        bytes: 0,
      })),
  });
  return [
    ...cardQuestions().map((question) => put(question, 'card')),
    ...accountQuestions().map((question) => put(question, 'account')),
  ];
}

export function hangUp(asked) {
  for (const { sides } of asked) for (const { connection } of sides) connection.close();
}

/**
 * Round after round over all questions, the large account's and the small one's in turn: what else the machine does meanwhile
 * falls on all of them alike, and none is asked with everything of it still at hand.
 * @returns {Promise<Map<string, string>>} by address what did not answer 200, and what it answered
 */
export async function measure(asked, requests) {
  const faults = new Map();
  for (let round = 1 - WARM_UP; round <= requests; round += 1) {
    for (const { sides } of asked) {
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
        const { status, ms, text } = await side.connection.get(side.address);
        if (status !== 200) faults.set(side.address, `${status} ${text}`);
        if (round > 0) side.times.push(ms);
        side.bytes = text.length;
      }
    }
  }
  return faults;
}

/** Nearest rank. */
const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];

/** A question's figures, and which bounds it misses. */
export function judge({ question, sides }) {
  const [small, large] = ['small', 'large'].map((size) => {
    const { times, bytes } = sides.find((side) => side.size === size);
    return {
      best: percentile(times, 0),
      median: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      bytes,
    };
  });
  const ratio = large.median / small.median;
  const misses = ['median', 'p95'].filter((figure) =>
    [small, large].some((figures) => figures[figure] > BOUNDS[figure]),
  );
  if (ratio > BOUNDS.ratio) misses.push('ratio');
  return { question, small, large, ratio, misses };
}

/** As a person would name it, such as `card: trends by day`. */
export const nameOf = ({ about, panel }) => (about === 'cross' ? panel : `${about}: ${panel}`);

/** Prints a table a period. The best time of each says what a machine without other work would need. */
export function printTimes(judged) {
  for (const period of new Set(judged.map(({ question }) => question.period.name))) {
    printTable(
      [period, 'few: best ms', 'median', 'p95', 'many: best ms', 'median', 'p95', 'ratio', 'KiB', 'misses'],
      judged
        .filter(({ question }) => question.period.name === period)
        .map(({ question, small, large, ratio, misses }) => [
          nameOf(question),
          small.best.toFixed(1),
          small.median.toFixed(1),
          small.p95.toFixed(1),
          large.best.toFixed(1),
          large.median.toFixed(1),
          large.p95.toFixed(1),
          ratio.toFixed(2),
          (large.bytes / 1024).toFixed(1),
          misses.join(', '),
        ]),
    );
  }
}
