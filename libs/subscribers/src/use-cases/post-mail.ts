import { Clock } from '#lib/kernel';
import type { EmailAddress } from '#lib/kernel';
import { Config } from '#platform/config';
import { Log } from '#platform/log';
import { Secrets } from '#platform/secrets';
import { MailSender } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import type { Letterhead } from './letterhead.js';
import { MailTexts } from './mail-texts.js';
import type { MailTemplate } from './mail-texts.js';

export interface PersonalMail {
  readonly head: Letterhead;
  readonly to: EmailAddress;
  readonly template: MailTemplate;
  readonly values: object;
  /** The same for every try of the same mail. */
  readonly key: string;
  /** True for what answers a mail of that person. */
  readonly isAnswer?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Writes to one person in the tenant's name. These mails are answers of a machine: they say so, and what cannot be
 * delivered comes back to nobody.
 * @rfc 3834 §5
 */
@Injectable()
export class PostMail {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly secrets: Secrets,
    private readonly texts: MailTexts,
    private readonly sender: MailSender,
    private readonly log: Log,
  ) {}

  /** Resolves also when the relay refuses the mail for good. @throws what is worth another try */
  async execute(mail: PersonalMail): Promise<void> {
    const { head, to, template, values, key, isAnswer, headers = {} } = mail;
    const { sender, tenant } = head;
    const content = this.texts.render(template, head, values);
    const id = this.secrets.seal('message-id', `${template}:${key}`);
    const single = {
      tenantId: tenant.id,
      returnPath: '',
      from: { name: sender.senderName, address: sender.fromAddress },
      to: { address: to.toString() },
      ...(sender.replyToAddress && { replyTo: { address: sender.replyToAddress } }),
      ...content,
      messageId: `<${id}@${this.config.get('MAIL_DOMAIN')}>`,
      headers: {
        'Auto-Submitted': isAnswer ? 'auto-replied' : 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        ...headers,
      },
      date: this.clock.now(),
    };
    await this.sender.send(single).catch((error: unknown) => {
      if (!isFinal(error)) throw error;
      this.log.event('subscribers.mail-refused', { tenantId: tenant.id, template });
    });
  }
}

const isFinal = (error: unknown): boolean =>
  error instanceof Error &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 500;
