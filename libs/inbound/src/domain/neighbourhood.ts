import { networkOf } from '#lib/kernel';

/**
 * What one provider's customer, or one who rents hosts by the dozen, can be expected to hold: the /24 of an IPv4
 * address, the /56 of an IPv6 one.
 * @rfc 6177 §2; IPv4-mapped addresses count as IPv4
 */
export const neighbourhoodOf = (ip: string): string => {
  const client = networkOf(ip);
  const [a = '', b = '', c = '', d = ''] = client.split(/[.:]/);
  if (!client.includes(':')) return `${a}.${b}.${c}.0/24`;
  return `${a}:${b}:${c}:${(parseInt(d, 16) & 0xff00).toString(16)}::/56`;
};
