import type { Reason } from './reason.js';

/** Subject and detail of an enhanced status that say enough by themselves. @rfc 3463, 5248, 7293, 7372, 7505 */
const exact: Readonly<Record<string, Reason>> = {
  '1.1': 'unknown-recipient',
  '1.2': 'bad-domain',
  '1.3': 'unknown-recipient',
  '1.4': 'unknown-recipient',
  '1.6': 'unknown-recipient',
  '1.7': 'policy',
  '1.8': 'policy',
  '1.90': 'rate-limited', // Exchange Online: too many recipients a day
  '2.2': 'mailbox-full',
  '2.3': 'too-large',
  '2.4': 'system',
  '2.121': 'rate-limited', // Exchange Online: the recipient gets too many from us
  '2.122': 'rate-limited',
  '3.1': 'system',
  '3.4': 'too-large',
  '4.6': 'unreachable',
  '4.300': 'expired',
  '4.316': 'expired',
  '4.310': 'bad-domain',
  '4.312': 'unreachable',
  '5.2': 'policy', // we spoke wrongly: syntax, parameters, too many recipients
  '5.3': 'rate-limited',
  '5.4': 'policy',
  '7.17': 'unknown-recipient', // RFC 7293: the mailbox is another person's by now
  '7.18': 'unknown-recipient',
  '7.20': 'authentication',
  '7.21': 'authentication',
  '7.22': 'authentication',
  '7.23': 'authentication',
  '7.24': 'authentication',
  '7.25': 'blocked',
  '7.26': 'authentication',
  '7.27': 'policy',
  '7.28': 'rate-limited',
  '7.29': 'authentication',
  '7.509': 'authentication', // Exchange Online: DMARC, and what it asks of large senders
  '7.515': 'authentication',
};

/** Details that mailers use loosely: words go before them. */
const loose: Readonly<Record<string, Reason>> = {
  '1.10': 'bad-domain', // RFC 7505; at Exchange Online a recipient who is not found
  '5.1': 'policy',
  '5.5': 'policy',
  '5.6': 'policy',
};

const bySubject: Readonly<Record<string, Reason>> = {
  '1': 'unknown-recipient',
  '2': 'mailbox-inactive',
  '3': 'system',
  '4': 'unreachable',
  '7': 'policy',
};

/** @rfc 5321 §4.2.3, 4954, 7504; with the three digits of a status in their place as Courier and Sendmail do */
const byReply: Readonly<Record<number, Reason>> = {
  500: 'policy',
  501: 'policy',
  502: 'policy',
  503: 'policy',
  504: 'policy',
  511: 'unknown-recipient',
  513: 'policy',
  517: 'policy',
  521: 'bad-domain',
  522: 'mailbox-full',
  523: 'too-large',
  530: 'policy',
  534: 'policy',
  535: 'policy',
  538: 'policy',
  550: 'unknown-recipient',
  551: 'unknown-recipient',
  552: 'mailbox-full',
  553: 'unknown-recipient',
  554: 'policy', // "no service here", or a transaction that failed as a whole: not this recipient's doing
  555: 'policy',
  556: 'bad-domain',
  571: 'policy',
};

/** The reason that an exact status gives, before any word is read. */
export const reasonByStatus = (status: string | null): Reason | undefined =>
  exact[detailOf(status)] ?? (status?.[2] === '6' ? 'content' : undefined);

/** The reason that a general status suggests where no word helps. */
export const reasonBySubject = (status: string | null): Reason | undefined =>
  loose[detailOf(status)] ?? bySubject[status?.split('.')[1] ?? ''];

/** The reason that a reply suggests where nothing else helps. */
export const reasonByReply = (replyCode: number | null): Reason | undefined =>
  byReply[replyCode ?? 0];

/** `1.1` of `5.1.1`. */
const detailOf = (status: string | null): string => status?.slice(2) ?? '';
