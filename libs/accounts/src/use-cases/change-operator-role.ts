import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import type { Actor, OperatorRole } from '../domain/actor.js';
import { OperatorsStore } from '../store/operators.store.js';

interface Change {
  readonly operatorId: string;
  readonly role: OperatorRole;
  readonly actor: Actor;
}

/** Gives an operator another role, from the next request on; one admin always stays. */
@Injectable()
export class ChangeOperatorRole {
  constructor(
    private readonly database: Database,
    private readonly operators: OperatorsStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError accounts.operator-not-found, accounts.last-admin */
  async execute({ operatorId, role, actor }: Change): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const admins = await this.operators.lockAdmins(tx);
      const operator = await this.operators.find(tx, operatorId);
      if (!operator) throw accountsErrors.operatorNotFound();
      if (operator.role === role) return;
      if (admins.length === 1 && admins[0] === operatorId) throw accountsErrors.lastAdmin();
      await this.operators.setRole(tx, operatorId, role);
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'operator.role-changed',
        subject: { kind: 'operator', id: operatorId },
        details: { from: operator.role, to: role },
      });
    });
  }
}
