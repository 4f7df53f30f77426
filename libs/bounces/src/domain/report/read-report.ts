import { isReceipt, readAutoReply, readComplaint } from './automatic.js';
import { binaryText } from '../message/binary-text.js';
import { readMessage } from '../message/mime.js';
import type { Message } from '../message/mime.js';
import { noticeOf } from '../message/notice.js';
import type { Notice } from '../message/notice.js';
import { isFailureNotice, isPassedOn } from './prose-kind.js';
import { readProse } from './read-prose.js';
import { readStatuses } from './read-statuses.js';
import { readSesNotification } from './ses-notification.js';
import type { Report } from './report.js';

/**
 * Says what a message that came back is. Never throws; looks at the first 256 KiB, a hundred parts and a hundred
 * recipients at most. What is written for machines wins over what is written for people.
 * @param raw the message as it came over the wire
 * @rfc 3464, 6533, 5965, 3834
 */
export const readReport = (raw: Uint8Array): Report => {
  const message = readMessage(binaryText(raw));
  const notice = noticeOf(message);
  return (
    readComplaint(message) ??
    readSesNotification(notice) ??
    readFailure(message, notice) ??
    readAutoReply(message) ?? { kind: 'not-a-bounce', recipients: [] }
  );
};

const readFailure = (message: Message, notice: Notice): Report | undefined => {
  if (isPassedOn(notice.headers)) return undefined;
  const stated = readStatuses(message, notice);
  if (stated || isReceipt(message)) return stated;
  return readWithin(notice) ?? readProse(notice);
};

/** A mailer that passes another's report on, as text within its own. */
const readWithin = (notice: Notice): Report | undefined => {
  if (!/^multipart\/report\b/i.test(notice.returned.get('content-type') ?? '')) return undefined;
  if (!isFailureNotice(notice)) return undefined;
  const inner = readMessage(notice.quoted);
  return readStatuses(inner, noticeOf(inner));
};
