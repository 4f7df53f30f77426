/** What SPF, DKIM and DMARC say of a message: results and domains, no address. @rfc 7208, 6376, 9989 */
export interface Authentication {
  /** `skipped` where a relay of our own handed it over. */
  readonly spf: string;
  readonly spfDomain: string | null;
  readonly dkim: readonly { readonly domain: string; readonly result: string }[];
  readonly dmarc: string;
  /** What the owner of the From domain wishes for mail that fails. */
  readonly policy: string | null;
}

/**
 * Whether the owner of the From domain asks everybody to refuse this mail. Where SPF could not be looked at, a
 * failure says nothing: SPF alone may have been what passes.
 */
export const isForged = ({ dmarc, policy, spf }: Authentication): boolean =>
  dmarc === 'fail' && policy === 'reject' && spf !== 'skipped';

/** Whether the From address can be relied on. */
export const isAuthentic = ({ dmarc }: Authentication): boolean => dmarc === 'pass';
