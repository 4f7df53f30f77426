import type { MailingContent } from '../domain/mailing-content.js';
import { commonHeaders } from './mail-template.js';
import { plainHeader } from './headers.js';

interface CampaignOf {
  readonly content: Pick<MailingContent, 'sender'>;
  /** `listId` is stable for the newsletter's life. */
  readonly newsletter: { readonly listId: string; readonly title: string };
  readonly tenantId: string;
  readonly campaignId: string;
  readonly mailDomain: string;
}

/**
 * Fields that all mails of one campaign to one newsletter share.
 * @rfc 2369 List-Owner
 * @rfc 2919 List-Id
 * @rfc 8058 List-Unsubscribe-Post
 * @rfc 9477 CFBL-Address
 */
export const campaignHeaders = ({
  content: { sender },
  newsletter,
  tenantId,
  campaignId,
  mailDomain,
}: CampaignOf): string =>
  commonHeaders([
    ['From', { name: sender.name, address: sender.fromAddress }],
    ...(sender.replyTo === null
      ? []
      : [['Reply-To', { name: sender.name, address: sender.replyTo }] as const]),
  ]) +
  plainHeader('List-Id', `<${newsletter.listId}>`) +
  plainHeader('List-Owner', `<mailto:${encodeURI(sender.replyTo ?? sender.fromAddress)}>`) +
  plainHeader('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click') +
  plainHeader('Feedback-ID', `${campaignId}:${tenantId}:newsletter:${mailDomain}`) +
  plainHeader('CFBL-Address', `complaints@${mailDomain}; report=arf`) +
  plainHeader('Precedence', 'bulk') +
  plainHeader('X-Auto-Response-Suppress', 'All');

interface LinksOfReader {
  readonly oneClick: string;
  /** A whole `mailto:` address. */
  readonly mailto: string;
  readonly preferences: string;
  /** By which a complaint about this copy is recognised. @rfc 9477 */
  readonly feedbackId: string;
}

/** Fields with the reader's own links; the https one stands first. @rfc 8058 §3.1 */
export const readerHeaders = ({
  oneClick,
  mailto,
  preferences,
  feedbackId,
}: LinksOfReader): string =>
  plainHeader('List-Unsubscribe', `<${oneClick}>`, `<${mailto}>`) +
  plainHeader('List-Help', `<${preferences}>`) +
  plainHeader('CFBL-Feedback-ID', feedbackId);
