import type { ConsentChoice, NewRecommendation } from '@num-ecard/contracts/referral-form';
import { addDays } from '@num-ecard/contracts/period-calendar';
import type { LostReason, Status } from '@num-ecard/contracts/referral-vocabulary';
import type { z } from 'zod';
import type { DemoAmbassador } from './demo-people.js';

type Happening =
  | {
      readonly kind: 'move';
      readonly from: Status;
      readonly to: Status;
      readonly reason?: LostReason;
      readonly valueCents?: number;
      readonly note?: string | null;
    }
  /** The last move is taken back. */
  | { readonly kind: 'correction'; readonly from: Status }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'reminder'; readonly dueAt: Date; readonly text: string }
  | { readonly kind: 'reminder_done' }
  | { readonly kind: 'consent'; readonly choice: ConsentChoice };

export type DemoStep = { readonly at: Date } & Happening;

export interface DemoProspect {
  readonly name: string;
  readonly phone: string;
  readonly email?: string;
  readonly relation?: string;
  readonly message?: string;
}

const HOUR_MS = 3_600_000;

/** One made-up recommendation, told in order: how it is sent, and what becomes of it. */
export class DemoStory {
  /** What the form sends. */
  readonly wanted: z.input<typeof NewRecommendation>;
  readonly steps: DemoStep[] = [];
  private time: number;
  /** Each as long as the move to it stands, the latest first. */
  private readonly statuses: Status[] = ['new'];

  /** @param receivedAt no two the same: it tells one from another */
  constructor(
    readonly receivedAt: Date,
    { name, phone, email }: DemoAmbassador,
    { relation, message, ...prospect }: DemoProspect,
  ) {
    this.wanted = { ambassador: { name, phone, email }, prospect, relation, message, declaration: true };
    this.time = receivedAt.getTime();
  }

  on(moment: Date): this {
    this.time = moment.getTime();
    return this;
  }

  later(hours: number): this {
    this.time += Math.round(hours * HOUR_MS);
    return this;
  }

  /** As `later`, but within working hours. */
  atWork(hours: number): this {
    this.later(hours);
    this.time = withinWorkingHours(this.time);
    return this;
  }

  move(to: Status, more: { reason?: LostReason; valueCents?: number; note?: string | null } = {}): this {
    const from = this.status();
    this.statuses.unshift(to);
    return this.add({ kind: 'move', from, to, ...more });
  }

  correct(): this {
    const from = this.status();
    this.statuses.shift();
    return this.add({ kind: 'correction', from });
  }

  note(text: string): this {
    return this.add({ kind: 'note', text });
  }

  remind(days: number, text: string): this {
    const day = new Date(this.time).toISOString().slice(0, 10);
    return this.add({ kind: 'reminder', dueAt: new Date(`${addDays(day, days)}T14:00:00Z`), text });
  }

  finishReminder(): this {
    return this.add({ kind: 'reminder_done' });
  }

  consent(choice: ConsentChoice): this {
    return this.add({ kind: 'consent', choice });
  }

  /** A field is filled in that people do not see. */
  asByRobot(): this {
    this.wanted.objet = 'Partenariat';
    return this;
  }

  private add(happening: Happening): this {
    this.steps.push({ at: new Date(this.time), ...happening });
    return this;
  }

  private status(): Status {
    return this.statuses[0] ?? 'new';
  }
}

/** The moment itself between 7 and 17 h by UTC on a day other than a Sunday, else the next such morning. */
function withinWorkingHours(time: number): number {
  const moment = new Date(time);
  const hour = moment.getUTCHours();
  const isSunday = moment.getUTCDay() === 0;
  if (hour >= 7 && hour < 17 && !isSunday) return time;
  const days = hour >= 17 || isSunday ? 1 : 0;
  const morning = Math.floor(time / HOUR_MS / 24 + days) * 24 * HOUR_MS + 7 * HOUR_MS + (time % HOUR_MS);
  return withinWorkingHours(morning);
}
