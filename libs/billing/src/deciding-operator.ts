import { actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { isSecondPerson } from './domain/second-person.js';
import { paymentsErrors } from './payments.errors.js';

/** The person of the provider who proposes. @throws BusinessError payments.operator-needed */
export const proposingOperator = (actor: Actor): string => {
  const id = actor.kind === 'operator' ? actorId(actor) : null;
  if (id === null) throw paymentsErrors.operatorNeeded();
  return id;
};

/**
 * The person who decides on what another one proposed.
 * @throws BusinessError payments.operator-needed, payments.second-person-needed
 */
export const decidingOperator = (actor: Actor, proposedBy: string): string => {
  const id = proposingOperator(actor);
  if (!isSecondPerson(proposedBy, id)) throw paymentsErrors.sameOperator();
  return id;
};
