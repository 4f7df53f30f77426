/** Why a mail did not arrive: the closed list that tenants see. */
export type Reason =
  | 'unknown-recipient'
  | 'mailbox-full'
  | 'mailbox-inactive'
  | 'bad-domain'
  | 'blocked'
  | 'content'
  | 'unreachable'
  | 'expired'
  | 'system'
  | 'other';

export const reasons: readonly Reason[] = [
  'unknown-recipient',
  'mailbox-full',
  'mailbox-inactive',
  'bad-domain',
  'blocked',
  'content',
  'unreachable',
  'expired',
  'system',
  'other',
];

/** Whose doing it is. Only what the sender caused is never a strike against the address. */
export type Blame = 'recipient' | 'sender' | 'path';

const blames: Readonly<Record<Reason, Blame>> = {
  'unknown-recipient': 'recipient',
  'mailbox-full': 'recipient',
  'mailbox-inactive': 'recipient',
  'bad-domain': 'recipient',
  blocked: 'sender',
  content: 'sender',
  unreachable: 'path',
  expired: 'path',
  system: 'path',
  other: 'path',
};

/** The enhanced status' subject and detail, where it says enough by itself. @rfc 3463, 5248, 7505 */
const byStatus: Readonly<Record<string, Reason>> = {
  '1.1': 'unknown-recipient',
  '1.2': 'bad-domain',
  '1.3': 'unknown-recipient',
  '1.4': 'unknown-recipient',
  '1.6': 'unknown-recipient',
  '1.7': 'blocked',
  '1.8': 'blocked',
  '1.10': 'bad-domain',
  '2.1': 'mailbox-inactive',
  '2.2': 'mailbox-full',
  '2.3': 'content',
  '2.4': 'system',
  '3.4': 'content',
  '4.7': 'expired',
  '5.2': 'blocked', // we spoke wrongly: syntax, parameters, too many recipients
  '5.3': 'blocked',
  '5.4': 'blocked',
};

const bySubject: Readonly<Record<string, Reason>> = {
  '1': 'unknown-recipient',
  '2': 'mailbox-inactive',
  '3': 'system',
  '4': 'unreachable',
  '6': 'content',
  '7': 'blocked',
};

const byReply: Readonly<Record<number, Reason>> = {
  550: 'unknown-recipient',
  551: 'unknown-recipient',
  552: 'mailbox-full',
  553: 'unknown-recipient',
  556: 'bad-domain', // RFC 7504
};

/** A policy's code within the words: a retry that expired because of it is still about the sender. */
const policyCode = /(?<![\d.])[45]\.7\.\d{1,3}(?![\d.]*\d)/;

/** Words that name the sender's side whatever code stands beside them: codes are often general, such words are not. */
const aboutSender =
  /\b(?:spf|dkim|dmarc|spam\w*|(?:black|block|deny) ?list\w*|blocked using|(?:dns)?[br]bl|reputation|phish\w*|virus\w*|malware|ptr|reverse dns|rdns|relay(?:ing)?|unsolicited|bulk|polic(?:y|ies)|unauthenticated|rate limit\w*|too many (?:connections|messages|recipients))\b|\bsender\b.{0,30}\b(?:rejected|denied|refused|blocked|not allowed)\b/i;

const clues: readonly (readonly [Reason, RegExp])[] = [
  [
    'mailbox-full',
    /\bquota\b|\b(?:mailbox|inbox) (?:is )?(?:too )?full\b|\binsufficient (?:system )?storage\b/i,
  ],
  [
    'mailbox-inactive',
    /\b(?:account|mailbox|user|recipient)\b.{0,30}\b(?:disabled|inactive|suspended|deactivated|locked)\b/i,
  ],
  [
    'bad-domain',
    /\b(?:host|domain|name server|dns)\b.{0,30}\b(?:unknown|not found|does not exist|no mx|not resolve)\b|\b(?:nxdomain|unrouteable|null mx)\b/i,
  ],
  ['content', /\b(?:message|mail|size)\b.{0,30}\b(?:too (?:big|large|long)|exceeds)\b/i],
  [
    'unknown-recipient',
    /\b(?:user|recipient|mailbox|account|address|addressee)\b.{0,40}\b(?:unknown|not found|not exist|n't exist|invalid|unavailable|unlisted)\b|\b(?:unknown|no such|invalid|nonexistent) (?:local )?(?:user|recipient|mailbox|account|address|person)\b/i,
  ],
  ['expired', /\b(?:expired|timed? ?out|too old|retry (?:limit|time))\b/i],
  ['unreachable', /\b(?:connection|connect|network|unreachable|no answer|route)\b/i],
];

/**
 * Reads a refusal.
 * @param status enhanced status such as `5.1.1`
 * @param replyCode SMTP reply such as 550
 * @param text the reply's or the report's words
 */
export const reasonOf = (status: string | null, replyCode: number | null, text: string): Reason => {
  const [, subject = '', detail = ''] = status?.split('.') ?? [];
  if (subject === '7' || policyCode.test(text)) return 'blocked';
  const words = text.slice(0, 1000).replace(/\S+@\S+|https?:\S+/gi, ' '); // a local part may be called "spam"
  if (aboutSender.test(words)) return 'blocked';
  return (
    byStatus[`${subject}.${detail}`] ??
    clues.find(([, clue]) => clue.test(words))?.[0] ??
    bySubject[subject] ??
    byReply[replyCode ?? 0] ??
    'other'
  );
};

/** @clause W17.5 policy and reputation refusals (x.7.x) are the sender's, never a strike */
export const blameFor = (reason: Reason): Blame => blames[reason];

/** Who is to blame for a refusal; see {@link reasonOf} for the parameters. */
export const blameOf = (status: string | null, replyCode: number | null, text: string): Blame =>
  blameFor(reasonOf(status, replyCode, text));
