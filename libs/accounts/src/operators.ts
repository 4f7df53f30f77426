import type { Tx } from '#platform/database';
import type { Mailbox } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import { may } from './domain/permissions.js';
import type { OperatorPermission } from './domain/permissions.js';
import { OperatorsStore } from './store/operators.store.js';

/** Reads operators, for libraries that write to them. */
@Injectable()
export class Operators {
  constructor(private readonly operators: OperatorsStore) {}

  /** Where those with the permission are written to, the oldest first; the transaction must be the system's. */
  async mailboxes(tx: Tx, permission: OperatorPermission): Promise<Mailbox[]> {
    return (await this.operators.list(tx))
      .filter(({ id, role }) => may({ kind: 'operator', operatorId: id, role }, permission))
      .map(({ name, email }) => ({ name, address: email }));
  }
}
