import { withCharsetNames } from '#lib/bounces';
import { parseEmailAddress } from '#lib/kernel';
import type { EmailAddress } from '#lib/kernel';
import type { ParsedMail, SimpleParserOptions } from 'mailparser';
import type { TakenMessage } from '../domain/inbound-message.js';
import { isSpelledOut } from '../domain/spelled-out.js';
import { writerOf } from '../domain/writer.js';
import type { Writer } from '../domain/writer.js';

/** What a person wrote, whatever its character set and make-up. @rfc 5322, 2047, 2045 */
export interface Letter {
  /** The one address of the one From; undefined where there are several, or none that can be written to. */
  readonly from: EmailAddress | undefined;
  readonly fromText: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  readonly mailId: string | null;
  readonly subject: string;
  readonly text: string;
  readonly writer: Writer;
}

const longestText = 100_000;
/** The parser's time grows with the square of what is nested: from here on it would hold up all other mail. */
const longestPage = 100_000;
const longestLine = 1_000;

/** Reads a letter with its text; of one beyond the parser's limits, the text is all that came. Never throws. */
export const readLetter = async (message: TakenMessage): Promise<Letter> => {
  const raw = Buffer.from(withCharsetNames(message.raw.toString('latin1')), 'latin1');
  const mail = (await parsed(raw)) ?? (await parsed(raw, { skipHtmlToText: true }));
  return letterOf(mail, mail ? await textOf(mail) : message.raw.toString('latin1'), message);
};

/** For mail that nobody needs to read. */
export const unread: Letter = {
  from: undefined,
  fromText: { name: '', address: '' },
  replyTo: null,
  mailId: null,
  subject: '',
  text: '',
  writer: 'responder',
};

/** The parser is large: a worker that never sorts mail does without. It gives up where a page is too long. */
const parsed = async (
  raw: Buffer | string,
  further: SimpleParserOptions = {},
): Promise<ParsedMail | undefined> => {
  const { simpleParser } = await import('mailparser');
  return simpleParser(raw, {
    skipImageLinks: true,
    skipTextLinks: true,
    maxHtmlLengthToParse: longestPage,
    ...further,
  }).catch(() => undefined);
};

/** The parser makes no text of a page that is a part, as telephones decorate their mail; of a whole mail it does. */
const textOf = async ({ text = '', html }: ParsedMail): Promise<string> => {
  if (text.trim() !== '' || !html) return text;
  const page = html.slice(0, longestPage);
  const read = await parsed(`Content-Type: text/html; charset=utf-8\r\n\r\n${page}`);
  return read?.text ?? page;
};

const letterOf = (
  mail: ParsedMail | undefined,
  text: string,
  { nullSender }: TakenMessage,
): Letter => {
  const [sender] = mail?.from?.value ?? [];
  const address = sender?.address ?? '';
  const replyTo = mail?.replyTo?.value[0]?.address;
  return {
    from: mail && authorOf(mail),
    fromText: { name: line(sender?.name ?? ''), address: line(address) },
    replyTo: replyTo ? line(replyTo) : null,
    mailId: mail?.messageId ? line(mail.messageId) : null,
    subject: line(mail?.subject ?? ''),
    text: storable(text).slice(0, longestText),
    writer: writerOf(fieldsOf(mail), nullSender, address),
  };
};

/** Whom DMARC speaks of, too: it knows one From field only, and nothing that hides in an encoded word. */
const authorOf = ({ headerLines, from }: ParsedMail): EmailAddress | undefined => {
  const [field, ...furtherFields] = headerLines.filter(({ key }) => key === 'from');
  const [sender, ...further] = from?.value ?? [];
  const reading = parseEmailAddress(sender?.address ?? '');
  if (!field || furtherFields.length + further.length > 0 || !reading.ok) return undefined;
  const shown = sender?.address?.split('@').at(-1) ?? '';
  const domains = [reading.address.domain, shown.toLowerCase()];
  const text = Buffer.from(field.line, 'latin1').toString();
  return isSpelledOut(text, domains) ? reading.address : undefined;
};

/** PostgreSQL's texts hold no NUL; mail may hold anything. */
const storable = (text: string): string => text.replaceAll('\0', '\u{fffd}');

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
