import { addressesIn } from '../message/address.js';
import { headerText } from '../message/header-text.js';
import { replyCodeInProse, statusIn } from '../refusal/codes.js';
import type { Notice } from '../message/notice.js';
import { isFailureNotice, isStillTried } from './prose-kind.js';
import { recipientReport } from './recipient-report.js';
import type { RecipientReport, Report } from './report.js';
import { statementsIn } from './statements.js';
import type { Statement } from './statements.js';

/** Reads a failure or a delay from a mailer's words, where no part for machines says it. */
export const readProse = (notice: Notice): Report | undefined => {
  if (!isFailureNotice(notice)) return undefined;
  const isTried = isStillTried(notice);
  const statements = statementsOf(notice);
  const recipients = statements.map((statement) => {
    // What is said of others is not said of whom the mailer says something.
    const isAlone = statements.length === 1 || isSilent(statement);
    return recipientOf(statement, isAlone ? notice.said : '', isTried);
  });
  // Nobody refused a mail whose time merely ran out.
  const isLate = recipients.every(({ reason }) => reason === 'expired');
  return { kind: isTried || isLate ? 'delay' : 'bounce', recipients };
};

/** By header field, else by the words, else those to whom the returned message was addressed, else nobody. */
const statementsOf = (notice: Notice): Statement[] => {
  const { headers, said } = notice;
  const meant = meantRecipients(notice);
  const spoken = statementsIn(said, bystanders(notice), meant);
  const listed = addressesIn(headers.get('x-failed-recipients') ?? '');
  const aboutAll = (recipient: string | null): Statement => ({ recipient, text: said });
  if (listed.length > 0)
    return listed.map(
      (recipient) =>
        spoken.find((each) => isSame(each.recipient, recipient)) ?? aboutAll(recipient),
    );
  if (spoken.length > 0) return spoken;
  return meant.length > 0 ? meant.map(aboutAll) : [aboutAll(null)];
};

/** Addresses in the words that are no recipients. */
const bystanders = ({ headers, returned }: Notice): ReadonlySet<string> =>
  new Set(
    ['to', 'from', 'reply-to', 'sender']
      .map((name) => headers.get(name) ?? '')
      .concat(returned.get('from') ?? '')
      .flatMap(addressesIn)
      .map((address) => address.toLowerCase()),
  );

/** To whom the returned message was addressed. */
export const meantRecipients = ({ headers, returned }: Notice): string[] =>
  addressesIn(
    headerText(
      returned.get('x-original-to') ?? returned.get('to') ?? headers.get('x-original-to') ?? '',
    ),
  );

const isSame = (a: string | null, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

/** Whether nothing stands beside the address. */
const isSilent = ({ recipient, text }: Statement): boolean =>
  !/[\p{L}\p{N}]/u.test(text.replace(recipient ?? '', ''));

const recipientOf = (
  { recipient, text }: Statement,
  said: string,
  isTried: boolean,
): RecipientReport =>
  recipientReport({
    recipient,
    action: isTried ? 'delayed' : 'failed',
    status: statusIn(text) ?? statusIn(said),
    replyCode: replyCodeInProse(text) ?? replyCodeInProse(said),
    words: [text, said].filter((words) => words !== ''),
  });
