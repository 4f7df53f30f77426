import { PlainDate } from '#lib/kernel';
import { Text } from '#platform/http';
import { contractsErrors } from '../contracts.errors.js';

export class OpenContractDto {
  @Text({
    max: 10,
    about: 'Day in Japan from whose 00:00 the service is open',
    example: '2026-04-01',
  })
  serviceStartDate!: string;
}

export class ContractReasonDto {
  @Text({ max: 500, about: 'For the history; the tenant can read it' }) reason!: string;
}

/** @throws BusinessError contracts.bad-date */
export const readDate = (text: string, field: string): PlainDate => {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) throw contractsErrors.badDate({ field });
  try {
    return PlainDate.from(text, { overflow: 'reject' });
  } catch {
    throw contractsErrors.badDate({ field });
  }
};
