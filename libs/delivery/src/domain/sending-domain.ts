import type { Texts } from '#lib/kernel';
import type { DkimKey } from './dkim-key.js';
import { dkimRecord } from './dkim-record.js';
import type { DmarcPolicy } from './dmarc-record.js';

/** A domain that a tenant writes from. */
export interface SendingDomain {
  readonly id: string;
  readonly domain: string;
  readonly createdAt: Date;
  /** Since when an RSA key of the tenant is known to be published and signs; null when it is not. */
  readonly verifiedAt: Date | null;
  readonly checkedAt: Date | null;
  readonly lastCheck: DomainCheck | null;
}

type RecordPurpose = 'dkim' | 'spf' | 'dmarc' | 'return-path' | 'return-path-spf';

/** A record that the owner of the domain is to publish. */
export interface RecordToPublish {
  readonly purpose: RecordPurpose;
  readonly type: 'TXT';
  readonly name: string;
  readonly value: string;
  /** `temporary`: of a key that is going; needed until mails signed with it have arrived. */
  readonly need: 'required' | 'recommended' | 'temporary';
}

/** What a look at one record showed. */
export interface RecordFinding {
  readonly purpose: RecordPurpose;
  readonly type: 'TXT' | 'MX';
  readonly name: string;
  /** Null where anything working will do. */
  readonly expected: string | null;
  readonly found: readonly string[];
  readonly verdict: Verdict;
  /** Stable: `dkim.missing`, `spf.several` … */
  readonly code: string;
  readonly messages: Texts;
}

/** `unknown`: the DNS did not answer. */
export type Verdict = 'ok' | 'advice' | 'wrong' | 'unknown';

export interface DomainCheck {
  readonly findings: readonly RecordFinding[];
  readonly dmarc: {
    /** Topmost name of whoever owns the domain. @rfc 9989 §4.10 */
    readonly organization: string;
    readonly policy: DmarcPolicy | null;
    /** Name at which the record that counts stands. */
    readonly foundAt: string | null;
  };
  /** Whether our signatures, and our return path, speak for the domain. DMARC wants one of them. */
  readonly aligned: { readonly dkim: boolean; readonly spf: boolean };
  /** DNS terms of the domain's SPF record; ten are allowed. */
  readonly spfLookups: number;
}

export const selectorName = (selector: string, domain: string): string =>
  `${selector}._domainkey.${domain}`;

/** Records for a domain and its keys. @param mailDomain domain of the platform's return paths */
export const recordsToPublish = (
  domain: string,
  keys: readonly DkimKey[],
  mailDomain: string,
): RecordToPublish[] => [
  ...keys
    .filter(({ state }) => state !== 'retired')
    .map((key) => ({
      purpose: 'dkim' as const,
      type: 'TXT' as const,
      name: selectorName(key.selector, domain),
      value: dkimRecord(key),
      need: key.state === 'retiring' ? ('temporary' as const) : ('required' as const),
    })),
  {
    purpose: 'dmarc',
    type: 'TXT',
    name: `_dmarc.${domain}`,
    value: dmarcSuggestion(domain),
    need: 'recommended',
  },
  {
    purpose: 'spf',
    type: 'TXT',
    name: domain,
    value: spfSuggestion(mailDomain),
    need: 'recommended',
  },
];

export const dmarcSuggestion = (domain: string): string =>
  `v=DMARC1; p=none; rua=mailto:postmaster@${domain}`;

/** For a domain without an SPF record; where there is one, its include goes into that. */
export const spfSuggestion = (mailDomain: string): string => `v=spf1 include:${mailDomain} ~all`;
