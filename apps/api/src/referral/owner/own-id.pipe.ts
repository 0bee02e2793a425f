import type { PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { NotFound } from '../../http/problem-error.js';

const Id = z.uuid();

/** An id in a path. What cannot be one is not told apart from one that does not exist. */
export class OwnId implements PipeTransform<string, string> {
  constructor(private readonly what: 'recommendation' | 'reminder' | 'ambassador') {}

  /** @throws {NotFound} */
  transform(value: string): string {
    const id = Id.safeParse(value);
    if (!id.success) throw new NotFound(`There is no such ${this.what}.`);
    return id.data.toLowerCase();
  }
}
