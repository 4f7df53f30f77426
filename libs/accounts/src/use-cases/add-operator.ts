import { Clock, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit-trail.js';
import type { Actor, OperatorRole } from '../domain/actor.js';
import { readEmail } from '../domain/read-email.js';
import { Passwords } from '../passwords.js';
import { OperatorsStore } from '../store/operators.store.js';

interface NewOperator {
  readonly email: string;
  readonly name: string;
  readonly role: OperatorRole;
  readonly password: string;
  readonly actor?: Actor;
}

/** Gives the id. */
@Injectable()
export class AddOperator {
  constructor(
    private readonly database: Database,
    private readonly operators: OperatorsStore,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError accounts.already-operator, accounts.bad-address, and those of a bad password */
  async execute(operator: NewOperator): Promise<string> {
    const { email, name, role, password, actor = { kind: 'system' } } = operator;
    const address = readEmail(email, 'email').toString();
    const passwordHash = await this.passwords.hash(password, address);
    const createdAt = this.clock.now();
    const id = newId(createdAt);
    await this.database.asSystem(async (tx) => {
      await this.operators.insert(tx, { id, email: address, name, role, passwordHash, createdAt });
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'operator.added',
        subject: { kind: 'operator', id },
        details: { role },
      });
    });
    return id;
  }
}
