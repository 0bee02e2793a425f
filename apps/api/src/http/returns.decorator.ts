import {
  applyDecorators,
  SerializeOptions,
  StandardSchemaSerializerInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/**
 * The schema of a route's answer: it types and strips what is sent, and it writes the OpenAPI.
 * `SerializeOptions` alone would leave the OpenAPI answer empty.
 */
export function Returns(schema: z.ZodType, status = 200): MethodDecorator {
  return applyDecorators(
    SerializeOptions({ schema }),
    UseInterceptors(StandardSchemaSerializerInterceptor),
    ReturnsAsIs(schema, status),
  );
}

/**
 * The same for an answer that its method builds whole: it writes the OpenAPI and is sent unchecked. For a route so
 * busy, or an answer so large, that the interceptor shows in its cost; a test compares what it sends with the schema.
 */
export function ReturnsAsIs(schema: z.ZodType, status = 200): MethodDecorator {
  return ApiResponse({ status, description: schema.description ?? 'done', standardSchema: schema });
}
