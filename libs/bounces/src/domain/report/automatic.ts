import { addressesIn } from '../message/address.js';
import { headerText } from '../message/header-text.js';
import { isReturned, readFields } from '../message/mime.js';
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
  const returned = readFields(leaves.find(isReturned)?.body ?? '');
  const feedback = leaves.find(({ type }) => type === 'message/feedback-report')?.body;
  const ofOutlook = returned.get('x-hmxmroriginalrecipient');
  if (feedback === undefined)
    return ofOutlook === undefined ? undefined : complaint(addressesIn(ofOutlook));
  const type = /^feedback-type[ \t]*:[ \t]*([\w-]{1,40})/im.exec(feedback)?.[1]?.toLowerCase();
  if (type === 'not-spam') return { kind: 'not-a-bounce', recipients: [] };
  const named = [...feedback.matchAll(/^original-rcpt-to[ \t]*:(.*)$/gim)];
  const removed = [...feedback.matchAll(/^removal-recipient[ \t]*:(.*)$/gim)];
  return complaint(
    // the first that name an address: providers blacken fields, or leave them out
    [
      named.map(([, to = '']) => to),
      removed.map(([, to = '']) => to),
      [ofOutlook ?? returned.get('x-original-to') ?? returned.get('to') ?? ''],
    ]
      .map((values) => values.flatMap(addressesIn))
      .find((addresses) => addresses.length > 0) ?? [],
    type,
  );
};

const complaint = (recipients: readonly string[], type = 'abuse'): Report => ({
  feedback: type,
  kind: 'complaint',
  recipients: recipients.slice(0, maxRecipients).map(about),
});

const about = (recipient: string): RecipientReport =>
  recipientReport({ recipient, action: null, status: null, replyCode: null, words: [] });

/** How Outlook, Notes and vacation programs begin a subject, in the languages that they come in. */
const automaticSubjects: readonly RegExp[] = [
  /^(?:re: ?)?(?:auto(?:matic|mated)?[- ]?(?:reply|response|answer)|out of (?:the )?office|vacation)\b/i,
  /^auto: .{0,200}\b(?:out of (?:the )?office|away)\b/i,
  /^[【［[]?(?:自動(?:返信|応答|送信)|不在(?:通知|のお知らせ|連絡))/,
  /^(?:automatische (?:antwort|antwoord)|automatisch antwoord|abwesen(?:d|heit)\w*|afwezig\w*)\b/i,
  /^(?:r[ée]ponse automatique|absence du bureau|message d['’]absence)/i,
  /^(?:respuesta autom[áa]tica|fuera de (?:la )?oficina|resposta autom[áa]tica)/i,
  /^(?:risposta automatica|fuori (?:sede|ufficio))/i,
  /^(?:autosvar|automatisk svar|automaattinen vastaus|autoodpowied[źz]|automatick[áa] odpov[ěe][ďd]|otomatik yan[ıi]t)/i,
  /^(?:автоматический ответ|автоответ|自动(?:回复|答复)|自動(?:回覆|答覆)|자동 ?(?:회신|응답|답장)|부재중)/i,
];

/** Fields that automatic answers carry. @rfc 3834, and the names before it */
const automaticFields = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-mail-autoreply',
  'x-ms-exchange-inbox-rules-loop',
];

/** Reads an automatic answer: a vacation reply or a read receipt says nothing about the address. @rfc 3834, 8098 */
export const readAutoReply = (message: Message): Report | undefined => {
  const { headers } = message;
  return isAutomatic(headers) || isReceipt(message)
    ? { kind: 'auto-reply', recipients: addressesIn(headers.get('from') ?? '').map(about) }
    : undefined;
};

/** Whether a message says of itself that a program answers in a person's name. @rfc 3834 */
export const isAutomatic = (headers: ReadonlyMap<string, string>): boolean => {
  const subject = headerText(headers.get('subject') ?? '');
  return (
    headers.get('auto-submitted')?.toLowerCase().startsWith('auto-replied') === true ||
    automaticFields.some((name) => headers.has(name)) ||
    headers.get('x-apple-action')?.toLowerCase() === 'vacation' ||
    /^auto[-_]?reply/i.test(headers.get('precedence') ?? '') ||
    automaticSubjects.some((begin) => begin.test(subject))
  );
};

/** A receipt says that a mail was shown, or thrown away unread: it did arrive. @rfc 8098 */
export const isReceipt = ({ leaves }: Message): boolean =>
  leaves.some(({ type }) => type === 'message/disposition-notification');
