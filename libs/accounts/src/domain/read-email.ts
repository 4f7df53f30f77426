import { BusinessError, addressProblemTexts, parseEmailAddress } from '#lib/kernel';
import type { EmailAddress } from '#lib/kernel';

/** @throws BusinessError accounts.bad-address, on `field`, saying what to mend */
export const readEmail = (text: string, field: string): EmailAddress => {
  const reading = parseEmailAddress(text);
  if (reading.ok) return reading.address;
  throw new BusinessError({
    kind: 'invalid',
    code: 'accounts.bad-address',
    texts: addressProblemTexts[reading.problem],
    field,
  });
};

/** What is looked up at sign-in: two spellings of one address give one key; nonsense gives a key nobody has. */
export const emailKey = (text: string): string => {
  const reading = parseEmailAddress(text);
  return reading.ok ? reading.address.key : text.trim().toLowerCase();
};
