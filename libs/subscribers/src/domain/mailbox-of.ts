import type { EmailAddress } from '#lib/kernel';

const ignoresDots = new Set(['gmail.com', 'googlemail.com']);

/**
 * What counts as one mailbox where it is to be spared: whoever wants to fill it can write its address with any number
 * of tags, and at Gmail with dots anywhere. As a person's address these stay different.
 * @rfc 5233
 */
export const mailboxOf = ({ local, domain }: EmailAddress): string => {
  const untagged = local.replace(/(?<=.)\+.*$/, '').toLowerCase();
  if (!ignoresDots.has(domain)) return `${untagged}@${domain}`;
  return `${untagged.replaceAll('.', '')}@gmail.com`;
};
