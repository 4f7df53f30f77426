import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { InvoiceBook } from '../invoice-book.js';
import { TellWhatIsOwed } from './tell-what-is-owed.js';

interface Void {
  readonly tenantId: TenantId;
  readonly invoiceId: string;
  readonly reason: string;
  readonly actor: Actor;
}

/** Takes an unpaid invoice back. Whatever it had settled comes on the next one. @clause W15.2 */
@Injectable()
export class VoidInvoice {
  constructor(
    private readonly database: Database,
    private readonly book: InvoiceBook,
    private readonly tell: TellWhatIsOwed,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError billing.invoice-not-found, billing.impossible-move once money has come */
  async execute({ tenantId, invoiceId, reason, actor }: Void): Promise<void> {
    const at = this.clock.now();
    await this.database.inTenant(tenantId, async (tx) => {
      await this.book.move(tx, tenantId, invoiceId, 'void', { at, met: ['reason'], reason });
      await this.tell.within(tx, tenantId);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'invoice.voided',
        subject: { kind: 'invoice', id: invoiceId },
        details: { reason },
      });
    });
  }
}
