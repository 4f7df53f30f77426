/** Mail domains of Japanese mobile carriers, past and present; each stands for its sub-domains too. */
const carriers = new Set([
  ...['docomo.ne.jp', 'dwmail.jp'],
  ...['ezweb.ne.jp', 'au.com', 'ido.ne.jp', 'uqmobile.jp'],
  ...['sky.tu-ka.ne.jp', 'sky.tkk.ne.jp', 'sky.tkc.ne.jp'],
  ...['softbank.ne.jp', 'i.softbank.jp', 'vodafone.ne.jp', 'disney.ne.jp'],
  ...'c d h k n q r s t'.split(' ').map((region) => `jp-${region}.ne.jp`),
  ...['ymobile.ne.jp', 'ymobile1.ne.jp', 'y-mobile.ne.jp'],
  ...['emobile.ne.jp', 'emobile-s.ne.jp', 'emnet.ne.jp'],
  ...['pdx.ne.jp', 'willcom.com', 'wcm.ne.jp'],
  'rakumail.jp',
]);

/** Those that gave out, until about 2009, local parts with dots where RFC 5321 wants none. */
const oddDots = new Set(['docomo.ne.jp', 'ezweb.ne.jp', 'au.com']);

/**
 * Whether mail to this A-label domain ends on a mobile phone's own mailbox.
 * @clause W4.1
 */
export function isMobileCarrier(domain: string): boolean {
  return isWithin(carriers, domain);
}

/** Whether addresses like `a..b.@` really exist under this A-label domain. */
export function allowsOddDots(domain: string): boolean {
  return isWithin(oddDots, domain);
}

function isWithin(domains: ReadonlySet<string>, domain: string): boolean {
  const labels = domain.split('.');
  return labels.some((_, start) => domains.has(labels.slice(start).join('.')));
}
