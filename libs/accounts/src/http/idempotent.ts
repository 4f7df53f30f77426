import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

export const idempotentKey = 'hikyaku:idempotent';

/**
 * For verbs that send or charge: a caller that repeats a request with the same `Idempotency-Key` gets the first
 * answer again, for 24 hours, and the work is done once.
 */
export const Idempotent = (): MethodDecorator =>
  applyDecorators(
    SetMetadata(idempotentKey, true),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Chosen by the caller, new for each wish; repeat it when an answer got lost',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    }),
  );
