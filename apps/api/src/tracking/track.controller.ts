import { Body, Controller, Header, HttpCode, Options, Post, Req } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { MAX_TRACK_BODY, TrackAnswer, TrackRequest } from '@num-ecard/contracts/track';
import type { FastifyRequest } from 'fastify';
import { Public } from '../access/requirements.js';
import { SignInCheck } from '../access/sign-in-check.js';
import { isMeasured } from '../cards/visitors-choice.js';
import { Places } from '../geo/places.js';
import { Edge } from '../http/edge.js';
import { ReturnsAsIs } from '../http/returns.decorator.js';
import type { Circumstances } from './ingest/beacon.js';
import { statedPurpose } from './ingest/drop-prefetch.js';
import { Ingest } from './ingest/ingest.service.js';

@ApiTags('public')
@Controller('api/track')
export class TrackController {
  constructor(
    private readonly ingest: Ingest,
    private readonly signIn: SignInCheck,
    private readonly places: Places,
  ) {}

  @Post()
  @Public()
  @HttpCode(202)
  @Edge({
    bodyLimit: MAX_TRACK_BODY,
    contentTypes: ['application/json', 'text/plain'],
    anyOrigin: true,
    smallAnswers: true,
  })
  @ReturnsAsIs(TrackAnswer, 202)
  async track(
    @Body({ schema: TrackRequest }) body: TrackRequest,
    @Req() request: FastifyRequest,
  ): Promise<TrackAnswer> {
    return this.ingest.take(body, await this.circumstances(request), new Date());
  }

  /** Browsers ask before they send `application/json` from another origin. */
  @Options()
  @Public()
  @HttpCode(204)
  @Edge({ anyOrigin: true })
  @Header('access-control-allow-methods', 'POST')
  @Header('access-control-allow-headers', 'content-type')
  @Header('access-control-max-age', '86400')
  @ApiExcludeEndpoint()
  preflight(): void {}

  private async circumstances({ headers, ip }: FastifyRequest): Promise<Circumstances> {
    const account = await this.signIn.accountOf(headers);
    return {
      userAgent: headers['user-agent'] ?? '',
      address: ip,
      place: () => this.places.placeOf(ip),
      purpose: statedPurpose(headers),
      measured: isMeasured(headers),
      signedInAccountId: account?.id ?? null,
    };
  }
}
