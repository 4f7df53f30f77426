import { simpleParser, type AddressObject } from 'mailparser';

/** A message read by a parser, as a mail program shows it. */
export interface OpenedMessage {
  readonly subject: string;
  /** As the header says, which is not what the envelope says. */
  readonly from: string;
  readonly to: string;
  /** In their order, unfolded, not decoded. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Empty when there is no plain text part. */
  readonly text: string;
  /** With its inline pictures as data: URLs; empty when there is no HTML part. */
  readonly html: string;
  readonly attachments: readonly {
    readonly name: string;
    readonly type: string;
    readonly size: number;
  }[];
}

export async function openMessage(content: Buffer): Promise<OpenedMessage> {
  const mail = await simpleParser(content, { skipHtmlToText: true, skipTextToHtml: true });
  return {
    subject: mail.subject ?? '',
    from: addresses(mail.from),
    to: addresses(mail.to),
    headers: mail.headerLines.map(({ line }) => {
      const [name = '', value = ''] = line.split(/:(.*)/s);
      return { name, value: value.replace(/\r?\n(?=[ \t])/g, '').trim() };
    }),
    text: mail.text ?? '',
    html: mail.html || '',
    attachments: mail.attachments.map(({ filename, contentType, size }) => ({
      name: filename ?? '',
      type: contentType,
      size,
    })),
  };
}

/** Everything before the first empty line. */
export function headerSection(content: Buffer): string {
  return content.toString().split(/\r?\n\r?\n/, 1)[0] ?? '';
}

function addresses(found: AddressObject | AddressObject[] | undefined): string {
  return [found ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');
}
