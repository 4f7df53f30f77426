import { addressesIn } from '../message/address.js';
import { headerText } from '../message/header-text.js';
import { readFields } from '../message/mime.js';
import type { Message } from '../message/mime.js';
import { recipientReport } from './recipient-report.js';
import type { RecipientReport, Report } from './report.js';

const maxRecipients = 100;

/**
 * Reads a feedback report; `not-spam` takes a complaint back. Outlook.com's (JMRP) has no part of that type, but
 * names the recipient in a field of its own.
 * @rfc 5965 §3, §7.3
 */
export const readComplaint = ({ leaves }: Message): Report | undefined => {
  const returned = readFields(
    leaves.find(({ type }) => type === 'message/rfc822' || type === 'text/rfc822-headers')?.body ??
      '',
  );
  const feedback = leaves.find(({ type }) => type === 'message/feedback-report')?.body;
  const ofOutlook = returned.get('x-hmxmroriginalrecipient');
  if (feedback === undefined) return ofOutlook === undefined ? undefined : complaint([ofOutlook]);
  const type = /^feedback-type[ \t]*:[ \t]*([\w-]{1,40})/im.exec(feedback)?.[1]?.toLowerCase();
  if (type === 'not-spam') return { kind: 'not-a-bounce', recipients: [] };
  const named = [...feedback.matchAll(/^original-rcpt-to[ \t]*:(.*)$/gim)].map(([, to = '']) => to);
  const removed = [...feedback.matchAll(/^removal-recipient[ \t]*:(.*)$/gim)].map(
    ([, to = '']) => to,
  );
  const meant = [ofOutlook ?? returned.get('x-original-to') ?? returned.get('to') ?? ''];
  return complaint([named, removed, meant].find((values) => values.length > 0) ?? [], type);
};

const complaint = (values: readonly string[], type = 'abuse'): Report => ({
  feedback: type,
  kind: 'complaint',
  recipients: values.flatMap(addressesIn).slice(0, maxRecipients).map(about),
});

const about = (recipient: string): RecipientReport =>
  recipientReport({ recipient, action: null, status: null, replyCode: null, words: [] });

const automaticSubjects =
  /^(?:re: )?(?:auto(?:matic|mated)?[- ]?(?:reply|response|answer)|out of (?:the )?office|vacation)\b|^(?:自動(?:返信|応答)|不在(?:通知|のお知らせ))/i;

/** Reads an automatic answer: a vacation reply or a read receipt says nothing about the address. @rfc 3834, 8098 */
export const readAutoReply = ({ headers, leaves }: Message): Report | undefined => {
  const submitted = (headers.get('auto-submitted') ?? 'no').toLowerCase();
  const automatic =
    submitted.startsWith('auto-replied') ||
    headers.has('x-autoreply') ||
    headers.has('x-autorespond') ||
    headers.get('x-apple-action')?.toLowerCase() === 'vacation' ||
    /^auto[-_]?reply/i.test(headers.get('precedence') ?? '') ||
    automaticSubjects.test(headerText(headers.get('subject') ?? '')) ||
    leaves.some(({ type }) => type === 'message/disposition-notification');
  return automatic
    ? { kind: 'auto-reply', recipients: addressesIn(headers.get('from') ?? '').map(about) }
    : undefined;
};
