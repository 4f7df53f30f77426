import { binaryText, decodeCharset } from './binary-text.js';
import { readDeliveryStatus } from './delivery-status.js';
import { readMessage } from './mime.js';
import type { Leaf, Message } from './mime.js';
import type { Action, RecipientReport, Report, ReportKind } from './report.js';

/**
 * Says what a message that came back is. Never throws; looks at the first megabyte, a hundred parts and a hundred
 * recipients at most.
 * @param raw the message as it came over the wire
 * @rfc 3464, 6533, 5965, 3834
 */
export const readReport = (raw: Uint8Array): Report => {
  const message = readMessage(binaryText(raw));
  const complaint = message.leaves.find((leaf) => leaf.type === 'message/feedback-report');
  if (complaint) return { kind: complaintKind(complaint), recipients: [] };
  return readStatuses(message) ?? { kind: withoutReport(message), recipients: [] };
};

const statusTypes = new Set(['message/delivery-status', 'message/global-delivery-status']);

/** The worst that happened to a recipient decides. */
const severity: readonly (readonly [ReportKind, readonly Action[]])[] = [
  ['bounce', ['failed']],
  ['delay', ['delayed']],
  ['delivered', ['delivered', 'relayed', 'expanded']],
];

const readStatuses = ({ leaves }: Message): Report | undefined => {
  const recipients = leaves
    .filter(({ type }) => statusTypes.has(type))
    .flatMap((leaf) => readDeliveryStatus(textOf(leaf)));
  for (const [kind, actions] of severity) {
    const concerned = recipients.filter(did(actions));
    if (concerned.length > 0) return { kind, recipients: concerned };
  }
  return undefined;
};

const did =
  (actions: readonly Action[]) =>
  ({ action }: RecipientReport): boolean =>
    action !== null && actions.includes(action);

const textOf = ({ type, body, charset }: Leaf): string =>
  decodeCharset(body, type === 'message/global-delivery-status' ? 'utf-8' : charset);

/** @rfc 5965 §7.3 `not-spam` takes a complaint back */
const complaintKind = ({ body }: Leaf): ReportKind =>
  /^feedback-type[ \t]*:[ \t]*not-spam\b/im.test(body) ? 'not-a-bounce' : 'complaint';

/** A vacation reply or a read receipt says nothing about the address. @rfc 3834, 8098 */
const withoutReport = ({ headers, leaves }: Message): ReportKind => {
  const submitted = (headers.get('auto-submitted') ?? 'no').toLowerCase();
  const automatic =
    submitted.startsWith('auto-replied') ||
    headers.has('x-autoreply') ||
    headers.has('x-autorespond') ||
    /^auto[-_]?reply/i.test(headers.get('precedence') ?? '') ||
    leaves.some(({ type }) => type === 'message/disposition-notification');
  return automatic ? 'auto-reply' : 'not-a-bounce';
};
