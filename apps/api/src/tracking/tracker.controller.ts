import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../access/requirements.js';

const script = readFileSync(fileURLToPath(import.meta.resolve('@num-ecard/tracker/t.js')), 'utf8');

/** The tracker, for our cards and for any other page. */
@ApiExcludeController()
@Controller('t.js')
export class TrackerController {
  @Get()
  @Public()
  @Header('content-type', 'text/javascript; charset=utf-8')
  // Its address never changes, so its age must stay small.
  @Header('cache-control', 'public, max-age=3600')
  @Header('access-control-allow-origin', '*')
  @Header('cross-origin-resource-policy', 'cross-origin')
  script(): string {
    return script;
  }
}
