import { applyDecorators, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/**
 * The schema of a route's answer: it types and strips what is sent, and it writes the OpenAPI.
 * `SerializeOptions` alone would leave the OpenAPI answer empty.
 */
export function Returns(schema: z.ZodType, status = 200): MethodDecorator {
  return applyDecorators(
    SerializeOptions({ schema }),
    ApiResponse({ status, description: schema.description ?? 'done', standardSchema: schema }),
  );
}
