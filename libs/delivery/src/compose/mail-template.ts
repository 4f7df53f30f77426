import type { EmailAddress } from '#lib/kernel';
import type { MailingContent } from '../domain/mailing-content.js';
import { compileBase64 } from './base64-body.js';
import type { Base64Body } from './base64-body.js';
import { bodySources } from './body-sources.js';
import { dateHeader, headerLines, plainHeader, subjectLine } from './headers.js';
import type { HeaderValue } from './headers.js';
import { cutTemplate, htmlLiquid, renderTemplate, textLiquid } from './liquid.js';
import type { CutTemplate, MergeValues } from './liquid.js';

/** What one mail has of its own. */
export interface MailOf {
  readonly to: EmailAddress;
  readonly merge: MergeValues;
  readonly messageId: string;
  readonly date: Date;
  /** Fields with ready values, such as List-Unsubscribe. */
  readonly headers: string;
}

/**
 * A mailing's content, parsed and encoded once. Each mail then costs its merge fields and links only.
 */
export class MailTemplate {
  /** Targets of the tracked links, by number. */
  readonly targets: readonly string[];
  private readonly subject: CutTemplate;
  private readonly fixedSubject: string | undefined;
  private readonly text: Part;
  private readonly html: Part | undefined;
  private readonly boundary: string;

  constructor(content: MailingContent, boundary: string, knownTargets: readonly string[] = []) {
    const sources = bodySources(content, knownTargets);
    this.boundary = boundary;
    this.targets = sources.targets;
    this.subject = cutTemplate(textLiquid, content.subject);
    if (this.subject.fixed.length === 1)
      this.fixedSubject = subjectLine(this.subject.fixed[0] ?? '');
    this.text = new Part('text/plain', cutTemplate(textLiquid, crlf(sources.text)));
    if (sources.html !== null)
      this.html = new Part('text/html', cutTemplate(htmlLiquid, crlf(sources.html)));
  }

  /** The whole message, ready for DATA except for dot-stuffing, which its base64 never needs. */
  compose(mail: MailOf, common: string): Buffer {
    const head =
      common +
      plainHeader('To', `<${mail.to.forSmtp()}>`) +
      (this.fixedSubject ?? subjectLine(renderTemplate(this.subject, mail.merge))) +
      dateHeader(mail.date) +
      plainHeader('Message-ID', mail.messageId) +
      mail.headers +
      'MIME-Version: 1.0\r\n';
    return Buffer.from(head + this.body(mail.merge), 'latin1');
  }

  private body(merge: MergeValues): string {
    if (!this.html) return this.text.encode(merge);
    const { boundary } = this;
    return (
      `Content-Type: multipart/alternative; boundary="${boundary}"\r\n\r\n` +
      `--${boundary}\r\n${this.text.encode(merge)}\r\n` +
      `--${boundary}\r\n${this.html.encode(merge)}\r\n--${boundary}--\r\n`
    );
  }
}

/** Fields that all mails of one newsletter share. */
export const commonHeaders = (fields: readonly (readonly [string, HeaderValue])[]): string =>
  headerLines(fields);

const crlf = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n');

class Part {
  private readonly body: Base64Body;

  constructor(
    private readonly type: string,
    private readonly template: CutTemplate,
  ) {
    this.body = compileBase64(template.fixed);
  }

  encode(merge: MergeValues): string {
    const values = this.template.values(merge).map(crlf);
    return (
      `Content-Type: ${this.type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n` +
      this.body.fill(values)
    );
  }
}
