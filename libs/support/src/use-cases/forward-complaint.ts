import { AuditTrail, TellOwners } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { complaintForwarded } from '../complaint-forwarded.notice.js';
import { Inquiries } from '../store/inquiries.store.js';
import { supportErrors } from '../support.errors.js';

interface Forward {
  readonly id: string;
  /** What the tenant reads, in the operator's words. */
  readonly text: string;
  /** True to tell where to answer. */
  readonly withAddress: boolean;
  readonly actor: Actor;
}

/**
 * Lets a tenant know what a reader complained about. The reader's address goes with it only when the reader agreed,
 * and the words are the operator's, so that nothing of a letter slips through.
 * @clause W19.4, W17.4
 */
@Injectable()
export class ForwardComplaint {
  constructor(
    private readonly database: Database,
    private readonly inquiries: Inquiries,
    private readonly tellOwners: TellOwners,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError support.no-inquiry, support.nobodys-complaint, support.no-consent */
  async execute({ id, text, withAddress, actor }: Forward): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const inquiry = await this.inquiries.get(tx, id);
      if (!inquiry) throw supportErrors.noInquiry();
      if (inquiry.tenantId === null || inquiry.channel === 'portal')
        throw supportErrors.nobodysComplaint();
      const { fromAddress, mayShareAddress } = inquiry;
      const isNamed = fromAddress !== '' && text.toLowerCase().includes(fromAddress.toLowerCase());
      if (!mayShareAddress && (withAddress || isNamed))
        throw supportErrors.noConsent({ field: withAddress ? 'withAddress' : 'text' });
      const tenantId = asTenantId(inquiry.tenantId);
      const address = withAddress && fromAddress !== '' ? fromAddress : null;
      await this.tellOwners.within(tx, tenantId, complaintForwarded, { text, address });
      await this.inquiries.markForwarded(tx, id, this.clock.now());
      const subject = { kind: 'inquiry', id };
      const details = { withAddress: address !== null };
      await this.audit.record(tx, {
        ...{ tenantId: null, actor, subject, details },
        action: 'inquiry.forwarded',
      });
    });
  }
}
