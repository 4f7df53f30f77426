/** Names under which mail systems write, and which no person is given. @rfc 2142 */
const names =
  /^(?:mailer-?daemon|postmaster|abuse|fbl|arf|feedback(?:-?loop)?|complaints?|staff)$/i;

/**
 * Whether an address is the mail system's that the recipient's mailbox is at: what it says of the mailbox is known
 * first-hand. Of a parent domain, or of a subdomain, as large providers have them for their reports.
 */
export const isMailSystemOf = (address: string, recipientDomain: string): boolean => {
  const at = address.lastIndexOf('@');
  const own = address.slice(at + 1).toLowerCase();
  const theirs = recipientDomain.toLowerCase();
  const isRelated = own === theirs || own.endsWith(`.${theirs}`) || theirs.endsWith(`.${own}`);
  return isRelated && own.includes('.') && names.test(address.slice(0, at));
};
