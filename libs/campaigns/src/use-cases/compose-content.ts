import { SenderProfiles } from '#lib/accounts';
import type { SenderProfile } from '#lib/accounts';
import type { ContentSample, MailingContent } from '#lib/delivery';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Draft } from '../domain/campaign.js';
import { footerOf } from '../domain/footer.js';
import { sampleFields } from '../domain/sample-fields.js';
import { ResolveTarget } from './resolve-target.js';
import type { ResolvedTarget } from './resolve-target.js';

export interface Composed extends ResolvedTarget {
  readonly content: MailingContent;
  readonly sender: SenderProfile;
}

/** Puts together what delivery sends: the members' words, the sender as it is now, and the footer the law wants. */
@Injectable()
export class ComposeContent {
  constructor(
    private readonly resolve: ResolveTarget,
    private readonly senders: SenderProfiles,
  ) {}

  async within(tx: Tx, tenantId: TenantId, draft: Draft): Promise<Composed> {
    const resolved = await this.resolve.within(tx, tenantId, draft);
    const sender = await this.senders.get(tx, tenantId);
    const locale = resolved.newsletters[0]?.locale ?? 'ja';
    const footer =
      draft.ownFooter || !sender.legal ? { text: '', html: '' } : footerOf(sender.legal, locale);
    const { subject, preheader, text, html, newsletterIds, tracking } = draft;
    const content: MailingContent = {
      subject,
      preheader,
      text,
      html,
      newsletterIds,
      sender: {
        name: sender.senderName,
        fromAddress: sender.fromAddress,
        replyTo: sender.replyToAddress,
      },
      footer,
      tracking,
      locale,
    };
    return { ...resolved, sender, content };
  }
}

/** A made-up reader of the target, whose every merge field shows something. */
export const sampleOf = ({ content, sharedFields, newsletters }: Composed): ContentSample => ({
  fields: sampleFields(sharedFields, content.locale),
  newsletterTitle: newsletters[0]?.title ?? '',
});
