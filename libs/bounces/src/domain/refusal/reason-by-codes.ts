import type { Reason } from './reason.js';

/** Subject and detail of an enhanced status that say enough by themselves. @rfc 3463, 5248, 7372, 7505 */
const exact: Readonly<Record<string, Reason>> = {
  '1.1': 'unknown-recipient',
  '1.2': 'bad-domain',
  '1.3': 'unknown-recipient',
  '1.4': 'unknown-recipient',
  '1.6': 'unknown-recipient',
  '1.7': 'policy',
  '1.8': 'policy',
  '1.10': 'bad-domain',
  '2.2': 'mailbox-full',
  '2.3': 'too-large',
  '2.4': 'system',
  '3.4': 'too-large',
  '4.6': 'unreachable',
  '4.300': 'expired',
  '4.316': 'expired',
  '4.310': 'bad-domain',
  '4.312': 'unreachable',
  '5.2': 'policy', // we spoke wrongly: syntax, parameters, too many recipients
  '5.3': 'rate-limited',
  '5.4': 'policy',
  '7.20': 'authentication',
  '7.21': 'authentication',
  '7.22': 'authentication',
  '7.23': 'authentication',
  '7.24': 'authentication',
  '7.25': 'blocked',
  '7.26': 'authentication',
  '7.27': 'policy',
  '7.28': 'rate-limited',
};

const bySubject: Readonly<Record<string, Reason>> = {
  '1': 'unknown-recipient',
  '2': 'mailbox-inactive',
  '3': 'system',
  '4': 'unreachable',
  '6': 'content',
  '7': 'policy',
};

const byReply: Readonly<Record<number, Reason>> = {
  550: 'unknown-recipient',
  551: 'unknown-recipient',
  552: 'mailbox-full',
  553: 'unknown-recipient',
  556: 'bad-domain', // RFC 7504
};

/** The reason that an exact status gives, before any word is read. */
export const reasonByStatus = (status: string | null): Reason | undefined =>
  exact[status?.split('.').slice(1).join('.') ?? ''];

/** The reason that general codes suggest where no word helps. */
export const reasonByCodes = (
  status: string | null,
  replyCode: number | null,
): Reason | undefined => bySubject[status?.split('.')[1] ?? ''] ?? byReply[replyCode ?? 0];
