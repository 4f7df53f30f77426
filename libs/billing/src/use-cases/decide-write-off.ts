import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { decidingOperator } from '../deciding-operator.js';
import { InvoiceBook } from '../invoice-book.js';
import { overdueAmong } from '../overdue-invoice.js';
import { Receivables } from '../receivables.js';
import { WriteOffs } from '../store/write-offs.store.js';
import type { WriteOff } from '../store/write-offs.store.js';
import { paymentsErrors } from '../payments.errors.js';
import { TellWhatIsOwed } from './tell-what-is-owed.js';

interface Decision {
  readonly id: string;
  readonly state: 'approved' | 'rejected';
  readonly note: string | null;
  readonly actor: Actor;
}

/** A second person gives up an overdue debt, or does not. */
@Injectable()
export class DecideWriteOff {
  constructor(
    private readonly database: Database,
    private readonly writeOffs: WriteOffs,
    private readonly receivables: Receivables,
    private readonly book: InvoiceBook,
    private readonly tell: TellWhatIsOwed,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.write-off-not-found, payments.decided-already, payments.second-person-needed, payments.not-overdue */
  async execute({ id, state, note, actor }: Decision): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const writeOff = await this.writeOffs.lock(tx, id);
      if (writeOff.state !== 'proposed') throw paymentsErrors.decided();
      const by = decidingOperator(actor, writeOff.proposedBy);
      const { tenantId, invoiceId, amount } = writeOff;
      await this.writeOffs.decide(tx, tenantId, id, { state, at: this.clock.now(), by, note });
      if (state === 'approved') await this.giveUp(tx, writeOff);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: `write-off.${state}`,
        subject: { kind: 'invoice', id: invoiceId },
        details: { amount },
      });
    });
  }

  private async giveUp(tx: Tx, { tenantId, invoiceId, reason }: WriteOff): Promise<void> {
    const at = this.clock.now();
    overdueAmong(await this.receivables.of(tx, tenantId), invoiceId, at);
    const met = ['overdue', 'two-persons'] as const;
    await this.book.move(tx, tenantId, invoiceId, 'write-off', { at, met, reason });
    await this.tell.within(tx, tenantId);
  }
}
