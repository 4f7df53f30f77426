import { decodeCharset } from '../message/binary-text.js';
import { finerStatus, replyCodeInProse, statusIn } from '../refusal/codes.js';
import { readDeliveryStatus } from './delivery-status.js';
import type { RecipientStatus } from './delivery-status.js';
import type { Leaf, Message } from '../message/mime.js';
import type { Notice } from '../message/notice.js';
import { isFailureNotice } from './prose-kind.js';
import { meantRecipients } from './read-prose.js';
import { recipientReport } from './recipient-report.js';
import type { Action, RecipientReport, Report, ReportKind } from './report.js';
import { statementsIn } from './statements.js';

export const statusTypes = new Set(['message/delivery-status', 'message/global-delivery-status']);

/** The worst that happened to a recipient decides. */
const severity: readonly (readonly [ReportKind, readonly Action[]])[] = [
  ['bounce', ['failed']],
  ['delay', ['delayed']],
  ['delivered', ['delivered', 'relayed', 'expanded']],
];

/** Reads what mailers say to machines. @rfc 3464, 6533 */
export const readStatuses = (message: Message, notice: Notice): Report | undefined => {
  const statuses = statusesOf(message, notice);
  const said = notice.said.slice(0, inlineStart(notice) ?? notice.said.length);
  const spoken = statementsIn(said, new Set());
  const meant = meantRecipients(notice);
  const onlyMeant = statuses.length === 1 && meant.length === 1 ? (meant[0] ?? null) : null;
  const recipients = statuses.map((status) =>
    reportOf({ ...status, recipient: status.recipient ?? onlyMeant }, wordsAbout(status)),
  );
  for (const [kind, actions] of severity) {
    const concerned = recipients.filter(
      ({ action }) => action !== null && actions.includes(action),
    );
    if (concerned.length > 0) return { kind: kindOf(kind, concerned), recipients: concerned };
  }
  return undefined;

  function wordsAbout({ recipient }: RecipientStatus): string {
    const named = spoken.find((each) => each.recipient?.toLowerCase() === recipient?.toLowerCase());
    return named?.text ?? (statuses.length === 1 ? said : '');
  }
};

/** The parts for machines; mailers that know no such parts, or lost their delimiters, write the fields into the text. */
const statusesOf = ({ leaves }: Message, notice: Notice): RecipientStatus[] => {
  const parts = leaves.filter(({ type }) => statusTypes.has(type));
  if (parts.length > 0) return parts.flatMap((leaf) => readDeliveryStatus(textOf(leaf)));
  const at = inlineStart(notice);
  return at !== undefined && isFailureNotice(notice)
    ? readDeliveryStatus(notice.said.slice(at))
    : [];
};

const inlineStart = ({ said }: Notice): number | undefined => {
  const at = said.search(/^(?:reporting-mta|final-recipient|original-recipient|action)[ \t]*:/im);
  return at >= 0 && /^final-recipient[ \t]*:/im.test(said) ? at : undefined;
};

const textOf = ({ type, body, charset }: Leaf): string =>
  decodeCharset(body, type === 'message/global-delivery-status' ? 'utf-8' : charset);

const reportOf = (
  { recipient, action, status, replyCode, diagnostic, comment }: RecipientStatus,
  said: string,
): RecipientReport =>
  recipientReport({
    recipient,
    action,
    status: isVague(status, diagnostic) ? finerStatus(status, statusIn(said)) : status,
    replyCode: replyCode ?? replyCodeInProse(said),
    words: [diagnostic, comment, said].filter((words) => words !== ''),
  });

/** Whether nothing but `5.0.0` is known, which the remote host did not say itself. */
const isVague = (status: string | null, diagnostic: string): boolean =>
  status?.endsWith('.0.0') === true && statusIn(diagnostic) === null;

/** Nobody refused a mail whose time merely ran out. */
const kindOf = (kind: ReportKind, recipients: readonly RecipientReport[]): ReportKind =>
  kind === 'bounce' && recipients.every(({ reason }) => reason === 'expired') ? 'delay' : kind;
