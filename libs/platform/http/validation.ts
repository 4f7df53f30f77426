import { ValidationPipe } from '@nestjs/common';
import { fieldProblems } from './field-problems.js';
import type { FieldProblem } from './problem.js';

/** Input that does not fit its DTO; the filter turns it into one problem with a list of fields. */
export class InvalidInput extends Error {
  constructor(readonly problems: readonly FieldProblem[]) {
    super('request.invalid');
  }
}

/** Every body and query must fit its DTO exactly: unknown fields are refused, not dropped. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => new InvalidInput(fieldProblems(errors)),
  });
