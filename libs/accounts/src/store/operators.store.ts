import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import type { OperatorRole } from '../domain/actor.js';
import { OperatorRow } from './operator.row.js';

@Injectable()
export class OperatorsStore {
  /** @throws BusinessError accounts.already-operator */
  async insert(tx: Tx, operator: OperatorRow): Promise<void> {
    await tx
      .rows(OperatorRow)
      .insert(operator)
      .catch((error: unknown) => {
        throw isDuplicate(error) ? accountsErrors.alreadyOperator({ field: 'email' }) : error;
      });
  }

  list(tx: Tx): Promise<OperatorRow[]> {
    return tx.rows(OperatorRow).find({ order: { createdAt: 'ASC', id: 'ASC' } });
  }

  async find(tx: Tx, id: string): Promise<OperatorRow | undefined> {
    return (await tx.rows(OperatorRow).findOneBy({ id })) ?? undefined;
  }

  /** Ids of the admins, locked until the transaction ends. */
  async lockAdmins(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM operators WHERE role = 'admin' ORDER BY id FOR UPDATE`,
    );
    return rows.map(({ id }) => id);
  }

  async setRole(tx: Tx, id: string, role: OperatorRole): Promise<void> {
    await tx.rows(OperatorRow).update({ id }, { role });
  }

  async delete(tx: Tx, id: string): Promise<void> {
    await tx.rows(OperatorRow).delete({ id });
  }
}
