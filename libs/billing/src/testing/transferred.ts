import type { AppUnderTest } from '#lib/accounts/testing';
import { Clock, jstDate, newId, yen } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { ReceivePayment } from '../use-cases/receive-payment.js';

/** Lets a transfer of a tenant come in now. */
export const transferred = async (
  app: AppUnderTest,
  tenantId: TenantId,
  amount: number,
): Promise<void> => {
  const now = app.get(Clock).now();
  const payment = { kind: 'transfer', sourceId: newId(now), receivedOn: jstDate(now) } as const;
  await app
    .get(Database)
    .inTenant(tenantId, (tx) =>
      app.get(ReceivePayment).within(tx, { tenantId, amount: yen(amount), ...payment }),
    );
};
