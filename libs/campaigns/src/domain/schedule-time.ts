import { ruleErrors } from './rule.errors.js';

const furthestMs = 366 * 24 * 3600 * 1000;

/**
 * The instant a member asks for, kept as it is; people see it to the minute.
 * @throws BusinessError campaign.time-past, campaign.time-too-far
 */
export const plannedInstant = (at: Date, now: Date): Date => {
  if (at.getTime() < now.getTime()) throw ruleErrors.timePast({ field: 'at' });
  if (at.getTime() > now.getTime() + furthestMs) throw ruleErrors.timeTooFar({ field: 'at' });
  return at;
};
