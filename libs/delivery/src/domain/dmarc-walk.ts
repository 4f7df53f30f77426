import { readDmarcRecord } from './dmarc-record.js';
import type { DmarcPolicy, DmarcRecord } from './dmarc-record.js';
import type { FindTxt } from './dns-answer.js';

interface Step {
  readonly domain: string;
  readonly text: string;
  readonly record: DmarcRecord;
}

/** What a walk up the tree of names found. */
export interface DmarcWalk {
  /** The topmost name of whoever owns the domain. */
  readonly organization: string;
  /** The record that counts for the domain, and where it stands; undefined for none. */
  readonly applied: Step | undefined;
  /** What that record asks for mail from this domain. */
  readonly policy: DmarcPolicy | undefined;
  /** False when a question was not answered, and so nothing is known for certain. */
  readonly sure: boolean;
}

/** From names with more labels the walk jumps to this many, so that it asks at most eight times. */
const longestParent = 7;

/** Names to ask, from the domain up to its last label. @rfc 9989 §4.10 */
export const walkOf = (domain: string): string[] => {
  const labels = domain.split('.');
  const parents = Array.from({ length: Math.min(labels.length - 1, longestParent) }, (_, i) =>
    labels.slice(-(i + 1)).join('.'),
  );
  return [domain, ...parents.reverse()];
};

/**
 * Finds the DMARC record of a domain and the organization it belongs to, without any list of public suffixes.
 * @rfc 9989 §4.10
 */
export const walkDmarc = async (domain: string, find: FindTxt): Promise<DmarcWalk> => {
  const steps: Step[] = [];
  for (const name of walkOf(domain)) {
    const answer = await find(`_dmarc.${name}`);
    if (answer.kind === 'failed')
      return { organization: domain, applied: undefined, policy: undefined, sure: false };
    const step = answer.kind === 'found' ? stepAt(name, answer.values) : undefined;
    if (!step) continue;
    steps.push(step);
    if (step.record.publicSuffix !== 'u') break;
  }
  const organization = organizationOf(domain, steps);
  const own = steps.find((step) => step.domain === domain);
  const applied = own ?? steps.find((step) => step.domain === organization) ?? steps.at(-1);
  return {
    organization,
    applied,
    policy: applied && (own ? own.record.policy : applied.record.subdomainPolicy),
    sure: true,
  };
};

/** Several records at one name count as none. */
const stepAt = (domain: string, texts: readonly string[]): Step | undefined => {
  const steps = texts.flatMap((text) => {
    const record = readDmarcRecord(text);
    return record ? [{ domain, text, record }] : [];
  });
  return steps.length === 1 ? steps[0] : undefined;
};

const organizationOf = (domain: string, steps: readonly Step[]): string => {
  const last = steps.at(-1);
  if (!last) return domain;
  if (last.record.publicSuffix === 'y' && last.domain !== domain) return below(last.domain, domain);
  return last.domain;
};

/** The name one label under `parent` on the way to `domain`. */
const below = (parent: string, domain: string): string =>
  domain
    .split('.')
    .slice(-(parent.split('.').length + 1))
    .join('.');

/** Whether an identifier speaks for the domain. @rfc 9989 §4.4 */
export const isAligned = (
  identifier: { readonly domain: string; readonly organization: string },
  author: { readonly domain: string; readonly organization: string },
  strict: boolean,
): boolean =>
  identifier.domain === author.domain ||
  (!strict && identifier.organization === author.organization);
