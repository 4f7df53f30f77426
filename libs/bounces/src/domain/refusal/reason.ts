const rows = {
  'unknown-recipient': ['recipient', 'hard'],
  'bad-domain': ['recipient', 'hard'],
  'mailbox-full': ['recipient', 'soft'],
  'mailbox-inactive': ['recipient', 'soft'],
  filtered: ['recipient', 'soft'],
  authentication: ['sender', 'soft'],
  blocked: ['sender', 'soft'],
  policy: ['sender', 'soft'],
  'rate-limited': ['sender', 'soft'],
  spam: ['sender', 'soft'],
  'too-large': ['sender', 'soft'],
  content: ['sender', 'soft'],
  unreachable: ['path', 'soft'],
  expired: ['path', 'soft'],
  system: ['path', 'soft'],
  other: ['path', 'soft'],
} as const satisfies Record<string, readonly [Blame, Severity]>;

/**
 * Why a mail did not arrive: the closed list that tenants see.
 * - `filtered`: the person's own filter or list of wanted senders
 * - `authentication`: SPF, DKIM, DMARC; `blocked`: reputation, block lists, reverse DNS
 * - `policy`: rules of the receiving side, relaying, our sender address
 */
export type Reason = keyof typeof rows;

export const reasons = Object.keys(rows) as readonly Reason[];

/** Whose doing it is. Only what the sender caused is never a strike against the address. */
export type Blame = 'recipient' | 'sender' | 'path';

/** `hard`: there is no such address, no later mail can arrive. `soft`: one may. */
export type Severity = 'hard' | 'soft';

/** @clause W17.5 policy and reputation refusals (x.7.x) are the sender's, never a strike */
export const blameFor = (reason: Reason): Blame => rows[reason][0];

/** A domain that cannot be found for the moment (class 4) may be found later. */
export const severityFor = (reason: Reason, status: string | null): Severity =>
  reason === 'bad-domain' && status?.startsWith('4') === true ? 'soft' : rows[reason][1];
