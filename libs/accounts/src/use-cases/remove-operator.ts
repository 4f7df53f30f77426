import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import type { Actor } from '../domain/actor.js';
import { OperatorsStore } from '../store/operators.store.js';

/** Removes an operator and ends the sessions. */
@Injectable()
export class RemoveOperator {
  constructor(
    private readonly database: Database,
    private readonly operators: OperatorsStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError accounts.operator-not-found, accounts.last-admin */
  async execute({ operatorId, actor }: { operatorId: string; actor: Actor }): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const admins = await this.operators.lockAdmins(tx);
      const operator = await this.operators.find(tx, operatorId);
      if (!operator) throw accountsErrors.operatorNotFound();
      if (admins.length === 1 && admins[0] === operatorId) throw accountsErrors.lastAdmin();
      await this.operators.delete(tx, operatorId);
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'operator.removed',
        subject: { kind: 'operator', id: operatorId },
        details: { name: operator.name },
      });
    });
  }
}
