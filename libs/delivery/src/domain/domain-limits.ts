/** What a recipient domain is spared, by us or by an operator. Null: no limit. */
export interface DomainLimit {
  /** Mails under way at once from one worker. */
  readonly connections: number | null;
  /** Mails a second from all workers together. */
  readonly perSecond: number | null;
}

export const noLimit: DomainLimit = { connections: null, perSecond: null };

interface Provider extends DomainLimit {
  readonly name: string;
  /** Each stands for its sub-domains too. */
  readonly domains: readonly string[];
}

/**
 * What large mailbox providers are known to put up with from a sender in good standing. Only Yahoo! JAPAN's figure
 * was ever published; the carriers cut off whoever comes in fast with many unknown users, so they are given little
 * at once. An operator whose relay paces by itself lifts them.
 */
const providers: readonly Provider[] = [
  { name: 'Gmail', domains: ['gmail.com', 'googlemail.com'], connections: 20, perSecond: null },
  {
    name: 'Yahoo! JAPAN',
    domains: ['yahoo.co.jp', 'ymail.ne.jp'],
    connections: 2,
    perSecond: 10,
  },
  { name: 'docomo', domains: ['docomo.ne.jp'], connections: 4, perSecond: 20 },
  { name: 'au', domains: ['au.com', 'ezweb.ne.jp'], connections: 4, perSecond: 20 },
  {
    name: 'SoftBank',
    domains: ['softbank.ne.jp', 'i.softbank.jp', 'vodafone.ne.jp', 'disney.ne.jp', 'ymobile.ne.jp'],
    connections: 4,
    perSecond: 20,
  },
];

const byDomain = new Map(
  providers.flatMap((provider) => provider.domains.map((domain) => [domain, provider] as const)),
);

/** Every domain there is a limit for from the start, for lists people look at. */
export const limitedDomains: readonly string[] = [...byDomain.keys()];

/** @param domain an A-label in lower case */
export const defaultLimit = (domain: string): DomainLimit => {
  const labels = domain.split('.');
  for (let start = 0; start < labels.length - 1; start++) {
    const found = byDomain.get(labels.slice(start).join('.'));
    if (found) return { connections: found.connections, perSecond: found.perSecond };
  }
  return noLimit;
};
