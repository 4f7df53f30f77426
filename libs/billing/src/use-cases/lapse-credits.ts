import { AuditTrail } from '#lib/accounts';
import { Clock, addYen } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ruleReasons } from '../domain/invoice/rule-reasons.js';
import { CreditNotesStore } from '../store/credit-notes.store.js';

/**
 * Credit notes that were proposed because a notice ends a contract lapse when the notice is withdrawn, or another end
 * asks for something else. What a person has decided stays decided.
 * @clause W15.2
 * @decision D-20
 */
@Injectable()
export class LapseCredits {
  constructor(
    private readonly notes: CreditNotesStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @param asked what the end gives back of which invoice, without tax; nothing where there is no end any more */
  async within(
    tx: Tx,
    tenantId: TenantId,
    contractId: string,
    asked: ReadonlyMap<string, Yen>,
  ): Promise<void> {
    const open = await this.notes.openByRule(tx, tenantId, contractId, ruleReasons.afterEnd);
    for (const { id, invoiceId, amounts, total } of open) {
      if (asked.get(invoiceId) === addYen(...amounts.map(({ amount }) => amount))) continue;
      await this.notes.lapse(tx, tenantId, id, this.clock.now());
      await this.audit.record(tx, {
        tenantId,
        actor: { kind: 'system' },
        action: 'credit-note.lapsed',
        subject: { kind: 'invoice', id: invoiceId },
        details: { total },
      });
    }
  }
}
