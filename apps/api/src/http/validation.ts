import { StandardSchemaValidationPipe } from '@nestjs/common';
import { ValidationFailed } from './problem-error.js';

/** Every `@Body`, `@Query` and `@Param` with a schema goes through it; what it refuses is named by its path. */
export function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new ValidationFailed(
        issues.map(({ path, message }) => ({
          path: (path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
          message,
        })),
      ),
  });
}
