import { Clock, emailAddress, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { SmtpPool } from '#platform/smtp';
import type { ReadyMail } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import { MailTemplate, commonHeaders } from '../compose/mail-template.js';
import { sampleMerge } from '../compose/sample-merge.js';
import { deliveryErrors } from '../delivery.errors.js';
import { DkimSigners } from '../dkim/dkim-signers.js';
import type { ContentSample, MailingContent } from '../domain/mailing-content.js';
import { readReply } from '../domain/reply.js';

interface TestMail {
  readonly tenantId: TenantId;
  readonly content: MailingContent;
  readonly to: { readonly address: string };
  readonly sample: ContentSample;
}

/** Sends a content to one member at once, marked as a test, without tracking and without a trace in the ledger. */
@Injectable()
export class SendOne {
  constructor(
    private readonly database: Database,
    private readonly signers: DkimSigners,
    private readonly pool: SmtpPool,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws BusinessError delivery.test-refused with the relay's words, delivery.relay-away,
   * delivery.template-broken
   */
  async execute({ tenantId, content, to, sample }: TestMail): Promise<void> {
    const mail = this.write(content, to.address, sample);
    const signer = await this.database.inTenant(tenantId, (tx) =>
      this.signers.of(tx, tenantId, content.sender.fromAddress),
    );
    const raw = signer ? await signer.sign(mail.raw, this.clock.now()) : mail.raw;
    const handover = await this.pool.send({ ...mail, raw });
    if (handover.kind === 'replied' && handover.code < 300) return;
    if (handover.kind === 'replied')
      throw deliveryErrors.testRefused({
        params: { reply: readReply(handover.code, handover.response).text },
      });
    throw deliveryErrors.relayAway();
  }

  private write(content: MailingContent, to: string, sample: ContentSample): ReadyMail {
    const date = this.clock.now();
    const id = newId(date);
    const domain = this.config.get('MAIL_DOMAIN');
    const { sender } = content;
    const address = emailAddress(to);
    const common = commonHeaders([['From', { name: sender.name, address: sender.fromAddress }]]);
    const mail = {
      to: address,
      date,
      messageId: `<t-${id}@${domain}>`,
      headers: '',
      merge: sampleMerge(sample, this.config.publicUrl),
    };
    return {
      from: `bounces@${domain}`,
      to: address.forSmtp(),
      envelopeId: id,
      raw: this.template(content, id).compose(mail, common),
      mayLeave: () => true,
    };
  }

  private template(content: MailingContent, id: string): MailTemplate {
    const mark = content.locale === 'ja' ? '[テスト]' : '[Test]';
    try {
      const subject = `${mark} ${content.subject}`;
      return new MailTemplate({ ...content, subject, tracking: false }, `b-${id}`);
    } catch {
      throw deliveryErrors.templateBroken();
    }
  }
}
