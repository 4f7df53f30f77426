import { asTenantId } from '#lib/kernel';
import type { AccountRef } from '../domain/account.js';

/** The three columns that say whose row it is, in the order tenant_id, member_id, operator_id. */
export const idsOf = (ref: AccountRef): unknown[] => [
  ref.tenantId,
  ref.kind === 'member' ? ref.id : null,
  ref.kind === 'operator' ? ref.id : null,
];

/** A condition for the rows of one account, with the parameters it needs, the first ones of the statement. */
export const ofAccount = (ref: AccountRef): [sql: string, parameters: unknown[]] =>
  ref.kind === 'member'
    ? ['tenant_id = $1 AND member_id = $2', [ref.tenantId, ref.id]]
    : ['operator_id = $1 AND $2::uuid IS NULL', [ref.id, null]];

export interface AccountColumns {
  readonly tenantId: string | null;
  readonly memberId: string | null;
  readonly operatorId: string | null;
}

export const accountColumns = `tenant_id AS "tenantId", member_id AS "memberId", operator_id AS "operatorId"`;

export const refOf = ({
  tenantId,
  memberId,
  operatorId,
}: AccountColumns): AccountRef | undefined => {
  if (tenantId && memberId) return { kind: 'member', tenantId: asTenantId(tenantId), id: memberId };
  return operatorId ? { kind: 'operator', tenantId: null, id: operatorId } : undefined;
};
