import type { BusinessError } from '#lib/kernel';
import { paymentsErrors } from './payments.errors.js';
import type { AccountProblem } from './domain/banks/holder-account.js';

/** The first problem as a refusal that names the field. */
export const accountRefusal = (
  problems: readonly AccountProblem[],
  path = '',
): BusinessError | undefined => {
  const [problem] = problems;
  if (!problem) return undefined;
  const field = path === '' ? problem.field : `${path}.${problem.field}`;
  switch (problem.problem) {
    case 'empty':
      return paymentsErrors.empty({ field });
    case 'not-digits':
      return paymentsErrors.notDigits({ field });
    case 'too-long':
      return paymentsErrors.tooLong({ field });
    case 'unmappable':
      return paymentsErrors.unmappable({ field, params: { character: problem.character ?? '?' } });
  }
};
