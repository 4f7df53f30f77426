import type { AppUnderTest } from '#lib/accounts/testing';
import { newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';

/** Writes changes of the number of billable addresses into the ledger, as if people had come and gone then. */
export const headcount = async (
  app: AppUnderTest,
  tenantId: TenantId,
  changes: readonly { readonly at: string | Date; readonly delta: number }[],
): Promise<void> => {
  const single = changes.flatMap(({ at, delta }) =>
    Array.from({ length: Math.abs(delta) }, () => ({ at: new Date(at), delta: Math.sign(delta) })),
  );
  const id = newId(new Date(0));
  await app.get(Database).asSystem((tx) =>
    tx.execute(
      `INSERT INTO subscriber_changes (tenant_id, at, subscriber_id, newsletter_id, subscription_id, to_status, delta)
       SELECT $1, at, $2, $2, $2, CASE WHEN delta > 0 THEN 'active' ELSE 'unsubscribed' END, delta
         FROM unnest($3::timestamptz[], $4::smallint[]) AS c (at, delta)`,
      [tenantId, id, single.map(({ at }) => at), single.map(({ delta }) => delta)],
    ),
  );
};
