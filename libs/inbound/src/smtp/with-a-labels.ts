import { domainToASCII } from 'node:url';

/** An address as we keep and compare it: the library shows domains in Unicode. What is no domain stays as it is. */
export const withALabels = (address: string): string => {
  const at = address.lastIndexOf('@');
  const domain = at < 0 ? '' : domainToASCII(address.slice(at + 1));
  return domain === '' ? address : address.slice(0, at + 1) + domain;
};
