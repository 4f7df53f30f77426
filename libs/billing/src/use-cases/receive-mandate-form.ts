import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { PlainDate, TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountRefusal } from '../account-refusal.js';
import { accountProblems } from '../domain/banks/holder-account.js';
import type { HolderAccount } from '../domain/banks/holder-account.js';
import { Mandates } from '../store/mandates.store.js';
import { paymentsErrors } from '../payments.errors.js';

interface MandateForm {
  readonly tenantId: TenantId;
  /** 整理番号 under which the paper is filed. */
  readonly fileNumber: string;
  readonly receivedOn: PlainDate;
  readonly account: HolderAccount;
  readonly actor: Actor;
}

/** Takes down a form that came in on paper, asked for before or not. Gives the mandate's id. @clause W6.1 */
@Injectable()
export class ReceiveMandateForm {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly mandates: Mandates,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.account-*, payments.mandate-pending, payments.file-number-taken */
  async execute(form: MandateForm): Promise<string> {
    const { tenantId, fileNumber, actor, account } = form;
    const refusal = accountRefusal(accountProblems(account));
    if (refusal) throw refusal;
    return this.database.inTenant(tenantId, async (tx) => {
      await this.tenants.get(tx, tenantId);
      const id = await this.waiting(tx, tenantId);
      await this.mandates.keepForm(tx, tenantId, id, form);
      await this.mandates.move(tx, tenantId, id, 'form-received', { at: this.clock.now() });
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'mandate.form-received',
        subject: { kind: 'mandate', id },
        details: { fileNumber },
      });
      return id;
    });
  }

  /** The mandate that was asked for, or a new one. */
  private async waiting(tx: Tx, tenantId: TenantId): Promise<string> {
    const mandates = await this.mandates.of(tx, tenantId);
    const requested = mandates.find(({ state }) => state === 'requested');
    if (requested) return requested.id;
    if (mandates.some(({ state }) => state === 'form-received' || state === 'submitted'))
      throw paymentsErrors.mandatePending();
    const at = this.clock.now();
    const id = newId(at);
    await this.mandates.request(tx, tenantId, id, at);
    return id;
  }
}
