import type { Tx } from '#platform/database';
import type { Mailbox } from '#platform/smtp';
import { Injectable } from '@nestjs/common';
import { may } from './domain/permissions.js';
import type { OperatorPermission } from './domain/permissions.js';
import { OperatorsStore } from './store/operators.store.js';

/** Reads operators, for libraries that write to them or name them. */
@Injectable()
export class Operators {
  constructor(private readonly operators: OperatorsStore) {}

  /** Who they are, for the eyes of other operators; the transaction must be the system's. */
  async names(tx: Tx): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.operators.list(tx)).map(({ id, name }) => [id, name]));
  }

  /** Where those with the permission are written to, the oldest first; the transaction must be the system's. */
  async mailboxes(tx: Tx, permission: OperatorPermission): Promise<Mailbox[]> {
    return (await this.operators.list(tx))
      .filter(({ id, role }) => may({ kind: 'operator', operatorId: id, role }, permission))
      .map(({ name, email }) => ({ name, address: email }));
  }
}
