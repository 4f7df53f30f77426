import type { InputProblem } from '../domain/form-field.js';
import { subscriberErrors } from '../subscribers.errors.js';

/** @throws BusinessError subscribers.bad-form with the first of the problems */
export const refuseProblems = ([first]: readonly InputProblem[]): void => {
  if (first) throw subscriberErrors.badForm({ field: first.field, params: first.messages });
};
