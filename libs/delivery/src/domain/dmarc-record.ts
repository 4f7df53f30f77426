import { readTags } from './tag-list.js';

export type DmarcPolicy = 'none' | 'quarantine' | 'reject';

/** The parts of a DMARC record that decide what becomes of a mail. @rfc 9989 §4.7 */
export interface DmarcRecord {
  /** For the domain the record stands at. */
  readonly policy: DmarcPolicy;
  /** For domains below it. */
  readonly subdomainPolicy: DmarcPolicy;
  /** Whether identifiers must be the same name, not only of one organization. */
  readonly strict: { readonly dkim: boolean; readonly spf: boolean };
  /** `y`: a public suffix; `n`: an organization's own top; `u`: unsaid. */
  readonly publicSuffix: 'y' | 'n' | 'u';
  /** `t=y`: receivers act one step milder. */
  readonly testing: boolean;
  readonly hasReports: boolean;
}

const policies: readonly string[] = ['none', 'quarantine', 'reject'];
const isPolicy = (text: string | undefined): text is DmarcPolicy =>
  text !== undefined && policies.includes(text);

/** Undefined for texts that receivers do not count as a DMARC record. */
export const readDmarcRecord = (text: string): DmarcRecord | undefined => {
  if (!/^\s*v\s*=\s*DMARC1\s*(;|$)/.test(text)) return undefined;
  const tags = readTags(text);
  if (!tags) return undefined;
  const said = (name: string): string | undefined => tags.get(name)?.toLowerCase();
  const hasReports = /^mailto:.+@.+/.test(said('rua') ?? '');
  const wrong = [said('p') ?? '', said('sp'), said('np')].some(
    (policy) => policy !== undefined && !isPolicy(policy),
  );
  // A policy that cannot be understood counts as none, if the owner at least asked for reports.
  if (wrong && !hasReports) return undefined;
  const ask = wrong ? undefined : said('p');
  const policy = isPolicy(ask) ? ask : 'none';
  const below = wrong ? undefined : said('sp');
  const psd = said('psd');
  return {
    policy,
    subdomainPolicy: isPolicy(below) ? below : policy,
    strict: { dkim: said('adkim') === 's', spf: said('aspf') === 's' },
    publicSuffix: psd === 'y' || psd === 'n' ? psd : 'u',
    testing: said('t') === 'y',
    hasReports,
  };
};
