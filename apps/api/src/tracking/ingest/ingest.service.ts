import { Injectable } from '@nestjs/common';
import type { TrackAnswer, TrackRequest } from '@num-ecard/contracts/track';
import type { DropReason } from '@num-ecard/contracts/usage-vocabulary';
import { Counter, register } from 'prom-client';
import { CardDirectory } from '../../cards/card-directory.js';
import { NotFound } from '../../http/problem-error.js';
import { EventWriter } from '../store/event-writer.js';
import { VisitorSalts } from '../store/visitor-salts.js';
import type { Beacon, Circumstances, DropStep } from './beacon.js';
import { dropBot } from './drop-bot.js';
import { dropOptedOut } from './drop-opted-out.js';
import { dropOwner } from './drop-owner.js';
import { dropPrefetch } from './drop-prefetch.js';
import { hashVisitor } from './hash-visitor.js';
import { localTime } from '../../clocks/local-time.js';
import { type Hit, occurredAt, type Recognise, toDroppedHits, toHits } from './to-hits.js';

const STEPS: readonly DropStep[] = [dropOptedOut, dropPrefetch, dropBot, dropOwner];

const NAME = 'num_ecard_tracking_dropped_events_total';
const dropped =
  (register.getSingleMetric(NAME) as Counter<'reason'> | undefined) ??
  new Counter({ name: NAME, help: 'Events that are not counted, by reason', labelNames: ['reason'] });

function firstReason(beacon: Beacon): DropReason | null {
  for (const step of STEPS) {
    const reason = step(beacon);
    if (reason !== null) return reason;
  }
  return null;
}

/** From a valid request to stored events, step by step. */
@Injectable()
export class Ingest {
  constructor(
    private readonly directory: CardDirectory,
    private readonly salts: VisitorSalts,
    private readonly writer: EventWriter,
  ) {}

  /**
   * @returns what was stored (durably, before this resolves) and what was not counted
   * @throws {NotFound} for an unknown card
   * @throws {Unavailable} when nothing can be stored just now; nothing of the request was
   */
  async take(request: TrackRequest, circumstances: Circumstances, now: Date): Promise<TrackAnswer> {
    const card = await this.directory.find(request.card);
    if (card === undefined) throw new NotFound('There is no such card.');
    const beacon: Beacon = { ...card, request, circumstances };
    const reason = firstReason(beacon);
    if (reason !== null) {
      await this.writer.write(toDroppedHits(beacon, now, reason));
      dropped.inc({ reason }, request.events.length);
      return { accepted: 0, ignored: request.events.length };
    }
    const accepted = await this.writer.write(await this.hits(beacon, now));
    return { accepted, ignored: request.events.length - accepted };
  }

  private async hits(beacon: Beacon, now: Date): Promise<Hit[]> {
    const { accountId, timezone, request } = beacon;
    for (const event of request.events) {
      if (event.type !== 'view') continue;
      const ready = this.salts.prepare(
        accountId,
        localTime(occurredAt(event, now), timezone).day,
        timezone,
        now,
      );
      // Almost always known: a turn of the event loop for nothing.
      if (ready !== undefined) await ready;
    }
    return toHits(beacon, now, this.recognise);
  }

  private readonly recognise: Recognise = ({ accountId, cardId, timezone, circumstances }, at) => {
    const { day } = localTime(at, timezone);
    const salt = this.salts.kept(accountId, day);
    if (salt === undefined) return null;
    const hash = hashVisitor(salt, cardId, circumstances.address, circumstances.userAgent);
    return { day, hash: hash.toString('hex') };
  };
}
