import type { DkimKey, KeySighting } from './dkim-key.js';
import { dkimRecord, judgeDkim } from './dkim-record.js';
import type { DkimVerdict } from './dkim-record.js';
import { isAligned } from './dmarc-walk.js';
import type { DmarcWalk } from './dmarc-walk.js';
import type { DnsAnswer } from './dns-answer.js';
import { dmarcSuggestion, selectorName, spfSuggestion } from './sending-domain.js';
import type { DomainCheck, RecordFinding } from './sending-domain.js';
import { meanings } from './sending-domain-findings.js';
import type { SpfInspection } from './spf-inspection.js';

/** Everything the DNS said about a domain and about the platform's side of its mails. */
export interface DomainSurvey {
  readonly domain: string;
  readonly mailDomain: string;
  readonly keys: readonly { readonly key: DkimKey; readonly answer: DnsAnswer<string> }[];
  readonly spf: SpfInspection;
  readonly mailDomainSpf: SpfInspection;
  readonly dmarc: DmarcWalk;
  readonly mailDomainDmarc: DmarcWalk;
  readonly mailDomainMx: DnsAnswer<string>;
}

/** Findings in the order in which the owner should mend them. */
export const judgeDomain = (survey: DomainSurvey): DomainCheck => {
  const { domain, mailDomain, dmarc, mailDomainDmarc } = survey;
  const { applied, organization, policy } = dmarc;
  const author = { domain, organization };
  const returnPath = { domain: mailDomain, organization: mailDomainDmarc.organization };
  const strict = applied?.record.strict ?? { dkim: false, spf: false };
  return {
    findings: [
      ...survey.keys.map(({ key, answer }) => dkimFinding(domain, key, answer)),
      dmarcFinding(survey),
      spfFinding(survey),
      returnPathFinding(survey),
      returnPathSpfFinding(survey),
    ],
    dmarc: {
      organization,
      policy: policy ?? null,
      foundAt: applied ? `_dmarc.${applied.domain}` : null,
    },
    // We sign with the domain of From itself, so a signature is aligned however strict the record is.
    aligned: {
      dkim: survey.keys.some(({ key, answer }) => judgeDkim(key, answer) === 'right'),
      spf: survey.mailDomainSpf.state === 'ok' && isAligned(returnPath, author, strict.spf),
    },
    spfLookups: survey.spf.lookups,
  };
};

/** What the survey says of each key, by its id. */
export const sightingsOf = ({ keys }: DomainSurvey): Map<string, KeySighting> =>
  new Map(keys.map(({ key, answer }) => [key.id, sightingOf(judgeDkim(key, answer))]));

const sightingOf = (verdict: DkimVerdict): KeySighting =>
  verdict === 'right' || verdict === 'unsure' ? verdict : 'wrong';

const finding = (
  code: keyof typeof meanings,
  record: Pick<RecordFinding, 'purpose' | 'type' | 'name' | 'expected' | 'found'>,
): RecordFinding => {
  const { verdict, ja, en } = meanings[code];
  return { ...record, verdict, code, messages: { ja, en } };
};

const valuesOf = (answer: DnsAnswer<string>): readonly string[] =>
  answer.kind === 'found' ? answer.values : [];

const dkimFinding = (domain: string, key: DkimKey, answer: DnsAnswer<string>): RecordFinding =>
  finding(`dkim.${judgeDkim(key, answer)}`, {
    purpose: 'dkim',
    type: 'TXT',
    name: selectorName(key.selector, domain),
    expected: dkimRecord(key),
    found: valuesOf(answer),
  });

const dmarcFinding = ({
  domain,
  dmarc: { applied, policy, sure },
}: DomainSurvey): RecordFinding => {
  const state = !sure ? 'unsure' : !policy ? 'none' : policy === 'none' ? 'monitoring' : 'ok';
  return finding(`dmarc.${state}`, {
    purpose: 'dmarc',
    type: 'TXT',
    name: `_dmarc.${applied?.domain ?? domain}`,
    expected: applied ? null : dmarcSuggestion(domain),
    found: applied ? [applied.text] : [],
  });
};

const spfFinding = ({ domain, mailDomain, spf }: DomainSurvey): RecordFinding => {
  const included = spf.includes.includes(mailDomain) || domain === mailDomain;
  return finding(spf.state === 'ok' && !included ? 'spf.not-included' : `spf.${spf.state}`, {
    purpose: 'spf',
    type: 'TXT',
    name: domain,
    expected: spf.record === undefined ? spfSuggestion(mailDomain) : `include:${mailDomain}`,
    found: spf.record === undefined ? [] : [spf.record],
  });
};

const returnPathFinding = ({ mailDomain, mailDomainMx }: DomainSurvey): RecordFinding => {
  const states = { found: 'ok', none: 'missing', failed: 'unsure' } as const;
  return finding(`return-path.${states[mailDomainMx.kind]}`, {
    purpose: 'return-path',
    type: 'MX',
    name: mailDomain,
    expected: null,
    found: valuesOf(mailDomainMx),
  });
};

const returnPathSpfFinding = ({ mailDomain, mailDomainSpf: spf }: DomainSurvey): RecordFinding => {
  const state = spf.state === 'ok' || spf.state === 'unsure' ? spf.state : 'wrong';
  return finding(`return-path-spf.${state}`, {
    purpose: 'return-path-spf',
    type: 'TXT',
    name: mailDomain,
    expected: null,
    found: spf.record === undefined ? [] : [spf.record],
  });
};
