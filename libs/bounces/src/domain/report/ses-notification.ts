import { addressOf } from '../message/address.js';
import { finerStatus, replyCodeIn, statusIn } from '../refusal/codes.js';
import type { Notice } from '../message/notice.js';
import { recipientReport } from './recipient-report.js';
import type { RecipientReport, Report } from './report.js';

/**
 * Reads a notification of Amazon SES that came by mail (through SNS): JSON as its whole text. Headers of the original
 * message that mail gateways broke within it do no harm, as only the list of recipients is read.
 */
export const readSesNotification = ({ said }: Notice): Report | undefined => {
  const type = /^\s*\{\s*"(?:notificationType|eventType)"\s*:\s*"(\w+)"/.exec(said)?.[1];
  if (type !== 'Bounce' && type !== 'Complaint') return undefined;
  const list = /"(?:bounced|complained)Recipients"\s*:\s*\[([^\]]*)\]/.exec(said)?.[1] ?? '';
  const recipients = [...list.matchAll(/\{[^{}]*\}/g)].slice(0, 100).map(([item]) => item);
  const about = meaning[valueOf('bounceSubType', said)] ?? '';
  return type === 'Bounce'
    ? { kind: 'bounce', recipients: recipients.map((item) => bounced(item, about)) }
    : { kind: 'complaint', recipients: recipients.map(complained), feedback: 'abuse' };
};

/** What its subtypes say, for recipients without a diagnostic code. */
const meaning: Readonly<Record<string, string>> = {
  NoEmail: 'no such mailbox',
  Suppressed: 'no such mailbox',
  MailboxFull: 'mailbox full',
  MessageTooLarge: 'message too large',
  ContentRejected: 'content rejected',
  AttachmentRejected: 'attachment rejected',
};

const bounced = (item: string, about: string): RecipientReport => {
  const diagnostic = valueOf('diagnosticCode', item)
    .replace(/^[\w-]{1,40};/, '')
    .trim();
  return recipientReport({
    recipient: addressOf(valueOf('emailAddress', item)),
    action: 'failed',
    status: finerStatus(statusIn(valueOf('status', item)), statusIn(diagnostic)),
    replyCode: replyCodeIn(diagnostic),
    words: [diagnostic, about].filter((words) => words !== ''),
  });
};

const complained = (item: string): RecipientReport =>
  recipientReport({
    recipient: addressOf(valueOf('emailAddress', item)),
    action: null,
    status: null,
    replyCode: null,
    words: [],
  });

const valueOf = (name: string, item: string): string =>
  new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"`)
    .exec(item)?.[1]
    ?.replace(/\\(.)/g, '$1') ?? '';
