import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';

export const proposalStates = ['proposed', 'approved', 'rejected'] as const;

/** Money that moves only when one person has proposed it and another has decided. */
export interface DecidedByTwo<State extends string = (typeof proposalStates)[number]> {
  readonly tenantId: TenantId;
  readonly id: string;
  readonly amount: Yen;
  readonly state: State;
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly note: string | null;
}

type Table = 'bounce_charges' | 'refunds' | 'write_offs';

/** Its columns; each table has others besides. */
export const decidedByTwo = `tenant_id AS "tenantId", id, amount, state, proposed_at AS "proposedAt",
  proposed_by AS "proposedBy", decided_at AS "decidedAt", decided_by AS "decidedBy", note`;

export interface SecondWord {
  readonly state: 'approved' | 'rejected';
  readonly at: Date;
  readonly by: string;
  readonly note: string | null;
}

export const decide = async (
  tx: Tx,
  table: Table,
  tenantId: TenantId,
  id: string,
  { state, at, by, note }: SecondWord,
): Promise<void> => {
  await tx.execute(
    `UPDATE ${table} SET state = $3, decided_at = $4, decided_by = $5, note = $6 WHERE tenant_id = $1 AND id = $2`,
    [tenantId, id, state, at, by, note],
  );
};
