import { Injectable } from '@nestjs/common';
import type { TrackAnswer, TrackRequest } from '@num-ecard/contracts/track';
import { CardDirectory } from '../../cards/card-directory.js';
import { NotFound } from '../../http/problem-error.js';
import { EventWriter } from '../store/event-writer.js';
import type { Beacon, Circumstances, DropStep } from './beacon.js';
import { dropBot } from './drop-bot.js';
import { dropOptedOut } from './drop-opted-out.js';
import { dropOwner } from './drop-owner.js';
import { dropPrefetch } from './drop-prefetch.js';
import { toHits } from './to-hits.js';

const STEPS: readonly DropStep[] = [dropOptedOut, dropPrefetch, dropBot, dropOwner];

/** From a valid request to stored events, step by step. */
@Injectable()
export class Ingest {
  constructor(
    private readonly directory: CardDirectory,
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
    const dropped = STEPS.some((step) => step(beacon) !== null);
    const accepted = dropped ? 0 : await this.writer.write(toHits(beacon, now));
    return { accepted, ignored: request.events.length - accepted };
  }
}
