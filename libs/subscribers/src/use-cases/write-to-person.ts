import { Clock } from '#lib/kernel';
import type { Locale, TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Secrets } from '#platform/secrets';
import { MailSender } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import { Addresses } from '../store/addresses.js';

/** Something the provider has to say to one reader who asked it something; nothing else may be sent this way. */
export interface PersonalAnswer {
  readonly tenantId: TenantId;
  readonly subscriberId: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly text: string;
  /** The same for every try of the same mail. */
  readonly key: string;
}

/** Writes to a reader without telling the caller where to. @clause W17.4, 同意 その他 (LEGAL_NOTICE) */
@Injectable()
export class WriteToPerson {
  constructor(
    private readonly database: Database,
    private readonly addresses: Addresses,
    private readonly sender: MailSender,
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** False when the person is erased or the relay refuses the mail for good. @throws what is worth another try */
  async execute(answer: PersonalAnswer): Promise<boolean> {
    const { tenantId, subscriberId, locale, subject, text, key } = answer;
    const to = await this.database.inTenant(tenantId, (tx) =>
      this.addresses.of(tx, tenantId, subscriberId),
    );
    if (!to) return false;
    const domain = this.config.get('MAIL_DOMAIN');
    const mail = {
      returnPath: '',
      from: { name: 'Hikyaku', address: `notice@${domain}` },
      to: { address: to.toString() },
      subject,
      text,
      messageId: `<${this.secrets.seal('message-id', `personal-answer:${key}`)}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
      date: this.clock.now(),
    };
    return this.sender.send(mail).then(
      () => true,
      (error: unknown) => {
        if (isFinal(error)) return false;
        throw error;
      },
    );
  }
}

const isFinal = (error: unknown): boolean =>
  error instanceof Error &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 500;
