import { Readable } from 'node:stream';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

/** A file that is written while it is sent, and no further once nobody reads on. */
export interface SentFile {
  /** A Content-Disposition. */
  readonly disposition: string;
  readonly content: Readable;
}

/** What a route sends to be saved; it writes the OpenAPI. */
export const ReturnsFile = (type: string, description: string): MethodDecorator =>
  ApiOkResponse({ description, content: { [type]: { schema: { type: 'string', format: 'binary' } } } });

export function sendFile(reply: FastifyReply, type: string, { disposition, content }: SentFile): void {
  void reply.type(type).header('content-disposition', disposition);
  if (reply.request.method !== 'HEAD') return void reply.send(content);
  // Fastify would have the whole file written, and read it to its end, to send none of it.
  content.destroy();
  void reply.send(Readable.from([]));
}
