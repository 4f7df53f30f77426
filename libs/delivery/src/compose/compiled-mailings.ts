import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Newsletters, SubscriberLinks } from '#lib/subscribers';
import type { Newsletter, Recipient } from '#lib/subscribers';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import type { ReadyMail } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import type { MailingContent } from '../domain/mailing-content.js';
import { Mailings } from '../store/mailings.js';
import { DeliveryTokens } from './delivery-tokens.js';
import { campaignHeaders, readerHeaders } from './list-headers.js';
import { MailTemplate } from './mail-template.js';

/** A mailing ready to be written for one reader after the other. */
export interface CompiledMailing {
  readonly newsletterIds: readonly string[];
  readonly fromAddress: string;
  write(deliveryNo: number, recipient: Recipient): Omit<ReadyMail, 'mayLeave'>;
}

/** As many mailings as are usually under way at once; the rest is compiled again. */
const most = 50;

/** Compiles each mailing once a process; its content never changes after launch. */
@Injectable()
export class CompiledMailings {
  private readonly compiled = new Map<string, CompiledMailing>();

  constructor(
    private readonly mailings: Mailings,
    private readonly newsletters: Newsletters,
    private readonly links: SubscriberLinks,
    private readonly tokens: DeliveryTokens,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async of(tx: Tx, tenantId: TenantId, campaignId: string): Promise<CompiledMailing> {
    const known = this.compiled.get(campaignId);
    if (known) return known;
    const stored = await this.mailings.contentOf(tx, tenantId, campaignId);
    if (!stored) throw new Error('a mailing without content');
    const newsletters = await this.newsletters.get(tx, tenantId, stored.content.newsletterIds);
    const compiled = this.compile(tenantId, campaignId, stored, newsletters);
    const [oldest] = this.compiled.keys();
    if (this.compiled.size >= most && oldest !== undefined) this.compiled.delete(oldest);
    this.compiled.set(campaignId, compiled);
    return compiled;
  }

  private compile(
    tenantId: TenantId,
    campaignId: string,
    { content, linkTargets }: { content: MailingContent; linkTargets: readonly string[] },
    newsletters: readonly Newsletter[],
  ): CompiledMailing {
    const template = new MailTemplate(content, `b-${campaignId}`, linkTargets);
    const byId = new Map(
      newsletters.map((newsletter) => [
        newsletter.id,
        {
          title: newsletter.title,
          headers: campaignHeaders({
            content,
            newsletter,
            campaignId,
            tenantId,
            mailDomain: this.config.get('MAIL_DOMAIN'),
          }),
        },
      ]),
    );
    const { clock, tokens } = this;
    return {
      newsletterIds: content.newsletterIds,
      fromAddress: content.sender.fromAddress,
      write: (deliveryNo, { address, fields, subscriberId, newsletterId }) => {
        const newsletter = byId.get(newsletterId);
        if (!newsletter) throw new Error('a recipient of another newsletter');
        const links = this.links.of({ tenantId, subscriberId, campaignId, newsletterId });
        const messageId = tokens.messageId(deliveryNo);
        const returnPath = tokens.returnPath(deliveryNo);
        const raw = template.compose(
          {
            to: address,
            date: clock.now(),
            messageId,
            headers: readerHeaders({ ...links, feedbackId: returnPath }),
            merge: {
              subscriber: fields,
              newsletter: { title: newsletter.title },
              links: {
                unsubscribe: links.unsubscribePage,
                preferences: links.preferences,
                ...(content.tracking && this.tracked(deliveryNo, template.targets.length)),
              },
            },
          },
          newsletter.headers,
        );
        return {
          from: returnPath,
          to: address.forSmtp(),
          envelopeId: String(deliveryNo),
          raw,
        };
      },
    };
  }

  private tracked(deliveryNo: number, count: number): Record<string, string> {
    const links: Record<string, string> = { pixel: this.tokens.pixelUrl(deliveryNo) };
    for (let n = 0; n < count; n++) links[`tracked_${n}`] = this.tokens.linkUrl(deliveryNo, n);
    return links;
  }
}
