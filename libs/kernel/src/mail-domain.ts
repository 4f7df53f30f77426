import type { AddressProblem } from './address-problems.js';

/** Names that never lead out of a machine or a house (RFC 6761, 6762, 7686, 8375 and custom). */
const notPublic = new Set('localhost localdomain local lan internal arpa onion invalid'.split(' '));

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export type DomainReading = { domain: string } | { problem: AddressProblem };

/**
 * Reads what stands right of the @ and gives its A-labels in lower case.
 * @rfc 5321 §4.1.2, 5890
 */
export function readMailDomain(text: string): DomainReading {
  if (text === '') return { problem: 'domain-empty' };
  if (text.startsWith('[')) return { problem: 'domain-literal' };
  const domain = toALabels(text);
  if (domain === undefined) return { problem: 'domain-bad' };
  const labels = domain.split('.');
  if (!labels.every((each) => label.test(each))) return { problem: 'domain-bad' };
  const top = labels.at(-1) ?? '';
  if (/^\d+$/.test(top)) return { problem: 'domain-literal' };
  if (labels.length < 2 || notPublic.has(top)) return { problem: 'domain-not-public' };
  return /^(?:[a-z]{2,}|xn--.+)$/.test(top) ? { domain } : { problem: 'domain-bad' };
}

/** Any label that is not ASCII: newer engines look at the `xn--` labels of a name only when it has such a one. */
const beyondAscii = '.é';
const beyondAsciiLabel = '.xn--9ca';

/** URL knows IDNA, but also ports, paths and escapes: only what can be part of a name may reach it. */
function toALabels(text: string): string | undefined {
  if (/[\0-\x7f]/.test(text.replace(/[a-z0-9.-]/gi, ''))) return undefined;
  const url = `http://${text}${beyondAscii}`;
  return URL.canParse(url) ? new URL(url).hostname.slice(0, -beyondAsciiLabel.length) : undefined;
}
