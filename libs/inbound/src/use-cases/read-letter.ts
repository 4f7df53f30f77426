import { parseEmailAddress } from '#lib/kernel';
import type { EmailAddress } from '#lib/kernel';
import type { ParsedMail } from 'mailparser';
import { isAutomatic } from '../domain/automatic.js';
import type { TakenMessage } from '../domain/inbound-message.js';

/** What a person wrote, whatever its character set and make-up. @rfc 5322, 2047, 2045 */
export interface Letter {
  /** The one address of From; undefined where there are several, or none that can be written to. */
  readonly from: EmailAddress | undefined;
  readonly fromText: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  readonly mailId: string | null;
  readonly subject: string;
  readonly text: string;
  readonly isAutomatic: boolean;
}

const longestText = 100_000;
const longestLine = 1_000;

/** Reads a letter with its text. Never throws. */
export const readLetter = async (message: TakenMessage): Promise<Letter> =>
  letterOf(await parsed(message.raw), message);

/** For mail that nobody needs to read. */
export const unread: Letter = {
  from: undefined,
  fromText: { name: '', address: '' },
  replyTo: null,
  mailId: null,
  subject: '',
  text: '',
  isAutomatic: true,
};

/** The parser is large: a worker that never sorts mail does without. */
const parsed = async (raw: Buffer): Promise<ParsedMail | undefined> => {
  const { simpleParser } = await import('mailparser');
  return simpleParser(raw, {
    skipImageLinks: true,
    skipTextLinks: true,
    maxHtmlLengthToParse: longestText * 4,
  }).catch(() => undefined);
};

const letterOf = (mail: ParsedMail | undefined, { nullSender }: TakenMessage): Letter => {
  const senders = mail?.from?.value ?? [];
  const [sender] = senders;
  const address = sender?.address ?? '';
  const reading = parseEmailAddress(address);
  return {
    from: senders.length === 1 && reading.ok ? reading.address : undefined,
    fromText: { name: line(sender?.name ?? ''), address: line(address) },
    replyTo: mail?.replyTo?.value[0]?.address ?? null,
    mailId: mail?.messageId ? line(mail.messageId) : null,
    subject: line(mail?.subject ?? ''),
    text: (mail?.text ?? '').slice(0, longestText),
    isAutomatic: isAutomatic(fieldsOf(mail), nullSender, address),
  };
};

const line = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').slice(0, longestLine);

/** First value of each field, unfolded, as it was written. */
const fieldsOf = (mail: ParsedMail | undefined): Map<string, string> =>
  new Map(
    mail?.headerLines.toReversed().map(({ key, line: whole }) => [
      key,
      whole
        .slice(whole.indexOf(':') + 1)
        .replace(/\r?\n[ \t]/g, ' ')
        .trim(),
    ]),
  );
