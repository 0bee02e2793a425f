/** Made-up recommendations and what becomes of them, the same for the same week on every run. */
import { addDays, startOfWeek } from '@num-ecard/contracts/period-calendar';
import { chances } from './chances.js';
import { LATEST_DAYS, latestReferrals } from './demo-latest-referrals.js';
import {
  AMBASSADORS,
  type DemoAmbassador,
  FIRST_CALL_NOTES,
  FIRST_NAMES,
  LAST_NAMES,
  LOST_WITH,
  MESSAGES,
  RELATIONS,
  VALUES,
} from './demo-people.js';
import { DemoStory } from './demo-story.js';

const DAY_H = 24;
const WEEK_MS = 7 * DAY_H * 3_600_000;
const MINUTE_H = 1 / 60;
/** No story goes on for longer. */
const LONGEST_STORY_DAYS = 90;

/**
 * The recommendations to which something may happen in (since, until], in the order in which they are sent.
 * @param begins whether nothing is there yet: the last weeks are then laid out to show what there is to see
 */
export function demoReferrals(since: Date, until: Date, begins: boolean): DemoStory[] {
  const left = begins ? addDays(dayOf(until), -LATEST_DAYS) : addDays(dayOf(until), 1);
  const stories: DemoStory[] = [];
  for (
    let monday = startOfWeek(addDays(dayOf(since), -LONGEST_STORY_DAYS));
    monday < left;
    monday = addDays(monday, 7)
  )
    stories.push(...storiesOfWeek(monday).filter(({ receivedAt }) => dayOf(receivedAt) < left));
  if (begins) stories.push(...latestReferrals(until));
  return stories.toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}

/** Those sent in a week, none, one or two. */
function storiesOfWeek(monday: string): DemoStory[] {
  const share = chances(`referrals ${monday}`)();
  const many = share < 0.3 ? 2 : share < 0.92 ? 1 : 0;
  const week = Math.floor(Date.parse(monday) / WEEK_MS);
  return Array.from({ length: many }, (_, index) => storyOf(monday, week * 2 + index));
}

/** @param number of another for each */
function storyOf(monday: string, number: number): DemoStory {
  const chance = chances(`referral ${number}`);
  const pick = picking(chance);
  // From Monday to Saturday, 7 to 20 h by UTC.
  const day = addDays(monday, Math.floor(6 * chance()));
  const sent = new Date(Date.parse(day) + Math.round((7 + 13 * chance()) * 3_600_000));
  const ambassador = ambassadorAt(chance());
  const name = `${pick(FIRST_NAMES)} ${pick(LAST_NAMES)}`;
  const story = new DemoStory(sent, ambassador, {
    name,
    phone: phoneNumber(number),
    ...(chance() < 0.3 ? { email: `${asAddress(name)}@courriel.example` } : {}),
    ...(chance() < 0.8 ? { relation: pick(RELATIONS) } : {}),
    ...(chance() < 0.65 ? { message: pick(MESSAGES) } : {}),
  });
  tell(story, ambassador.luck, chance);
  return story;
}

/** How soon they are called, whether they agree, and what comes of it. */
function tell(story: DemoStory, luck: number, chance: () => number): void {
  const fate = chance();
  if (fate < 0.06) {
    story.atWork(5).note('Pas de réponse, message laissé.');
    story.atWork(3 * DAY_H).note('Deuxième message laissé.');
    story.atWork(6 * DAY_H).move('lost', { reason: 'unreachable' });
  } else if (fate < 0.09) {
    story.atWork(6).move('lost', { reason: 'wrong_number' });
  } else if (fate < 0.15) {
    story.later(2).consent('no');
    story.atWork(3).move('lost', { reason: 'no_consent' });
  } else {
    if (chance() < 0.45) story.later(0.2 + chance()).consent('yes');
    tellFromFirstCall(story, luck, chance);
  }
}

function tellFromFirstCall(story: DemoStory, luck: number, chance: () => number): void {
  const pick = picking(chance);
  const lose = (): void => {
    const [reason, note] = pick(LOST_WITH);
    story.move('lost', { reason, note });
  };
  story.atWork(chance() < 0.85 ? 0.4 + 7 * chance() : (1.2 + 2 * chance()) * DAY_H);
  story.move('contacted', { note: chance() < 0.6 ? pick(FIRST_CALL_NOTES) : null });
  // A wrong click.
  if (chance() < 0.06)
    story
      .later(2 * MINUTE_H)
      .move('lost')
      .later(MINUTE_H)
      .correct();
  const outcome = chance();
  if (outcome < luck) {
    story.atWork((2 + 4 * chance()) * DAY_H).move('appointment');
    story.atWork((5 + 18 * chance()) * DAY_H).move('converted', { valueCents: pick(VALUES) });
  } else if (outcome < luck + 0.2) {
    story.atWork((3 + 15 * chance()) * DAY_H);
    lose();
  } else if (outcome < luck + 0.3) {
    story.atWork((2 + 5 * chance()) * DAY_H).move('appointment');
    story.atWork(2 * DAY_H).move('contacted', { note: 'Rendez-vous annulé : rappellera.' });
    story.atWork(20 * DAY_H);
    lose();
  } else {
    story.later(3 * MINUTE_H).remind(21, 'Reprendre contact');
    story.atWork(22 * DAY_H).finishReminder();
    story.atWork(20 * DAY_H);
    if (chance() < 0.5) lose();
  }
}

function picking(chance: () => number): <Item>(items: readonly Item[]) => Item {
  return <Item>(items: readonly Item[]) => items[Math.floor(chance() * items.length)] as Item;
}

function ambassadorAt(share: number): DemoAmbassador {
  const all = Object.values(AMBASSADORS);
  let left = share * all.reduce((sum, one) => sum + one.share, 0);
  return all.find((one) => (left -= one.share) < 0) ?? AMBASSADORS.marc;
}

/** Another for each of 4,000 in a row, and none that the demo gives to somebody by name. */
function phoneNumber(number: number): string {
  const digits = String(4000 + ((number * 1787) % 4000));
  return `06 39 98 ${digits.slice(0, 2)} ${digits.slice(2)}`;
}

function asAddress(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '.');
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
