import type { Readable } from 'node:stream';
import { setImmediate as letOthers } from 'node:timers/promises';
import type { Report } from '@num-ecard/contracts/report';
import { writeButtons, writeButtonsEver } from './pdf/buttons.js';
import { writeCards, writeCross } from './pdf/cards.js';
import { writeCover, writeFigures } from './pdf/cover.js';
import { writeDevices, writeFiltered, writeHours, writeTime } from './pdf/habits.js';
import { writeNoVisits } from './pdf/no-visits.js';
import { writePlaces } from './pdf/places.js';
import { writeReferrals } from './pdf/referrals.js';
import { Section } from './pdf/section.js';
import { writeSources } from './pdf/sources.js';
import { writeTrends } from './pdf/trends.js';

const FEW_CARDS = 20;

/** A report to read and to hand over: what the model lacks is not in it. @returns what is written while it is */
export function usagePdf(report: Report): Readable {
  const section = new Section(report);
  const { file } = section;
  // The fonts are put in at the end: that may fail too.
  write(section)
    .then(() => file.end())
    .catch((error: unknown) => file.stream.destroy(error as Error));
  return file.stream;
}

async function write(section: Section): Promise<void> {
  for (const part of partsOf(section)) {
    await part();
    // Drawing is work: others have their turn.
    await letOthers();
    // Whoever asked has gone away.
    if (section.file.stream.destroyed) return;
  }
}

/** In the order in which an owner asks. */
function partsOf(section: Section): (() => void | Promise<void>)[] {
  const { sections } = section.report;
  const { summary, trends, geography, sources, clicks, engagement, hours, devices } = sections;
  const { filtered, cards, cross, referrals } = sections;
  const parts: (() => void | Promise<void>)[] = [() => writeCover(section)];
  const add = <Answer>(answer: Answer | undefined, draw: (answer: Answer) => void | Promise<void>) => {
    if (answer !== undefined) parts.push(() => draw(answer));
  };
  // A long list does not stand before everything else.
  const isShort = (cards?.rows.length ?? 0) <= FEW_CARDS;
  const total = trends?.totals.views ?? 0;
  if (trends !== undefined && total === 0) {
    parts.push(() => writeNoVisits(section));
    add(filtered, (answer) => writeFiltered(section, answer));
    add(referrals, (answer) => writeReferrals(section, answer));
  } else {
    parts.push(() => writeFigures(section));
    add(trends, (answer) => writeTrends(section, answer));
    if (isShort) add(cards, (answer) => writeCards(section, answer, trends));
    add(sources, (answer) => writeSources(section, answer, total));
    add(geography, (answer) => writePlaces(section, answer, total));
    if (clicks === undefined) parts.push(() => writeButtonsEver(section, summary));
    add(clicks, (answer) => writeButtons(section, answer));
    add(engagement, (answer) => writeTime(section, answer));
    add(hours, (answer) => writeHours(section, answer));
    add(devices, (answer) => writeDevices(section, answer, total));
    add(filtered, (answer) => writeFiltered(section, answer));
    add(referrals, (answer) => writeReferrals(section, answer));
    if (!isShort) add(cards, (answer) => writeCards(section, answer, trends));
    add(cross, (answer) => writeCross(section, answer));
  }
  return parts;
}
