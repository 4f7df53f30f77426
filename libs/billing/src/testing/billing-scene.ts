import { operatorClient } from '#lib/accounts/testing';
import type { AppUnderTest, TestClient } from '#lib/accounts/testing';
import { Clock, jstMonth } from '#lib/kernel';
import { aBank } from './bank.js';
import { billedTenant } from './billed-tenant.js';
import { readyToInvoice } from './invoicing.js';

export interface BillingScene {
  /** An operator for billing. */
  readonly clerk: TestClient;
  readonly bankProfileId: string;
  readonly tenant: Awaited<ReturnType<typeof billedTenant>>;
}

/** Prices from this month on, a bank, and a tenant that has paid its initial invoice today. */
export const billingScene = async (app: AppUnderTest): Promise<BillingScene> => {
  await readyToInvoice(app, jstMonth(app.get(Clock).now()).toString());
  const clerk = await operatorClient(app, 'billing');
  const bankProfileId = await aBank(clerk);
  return { clerk, bankProfileId, tenant: await billedTenant(app, clerk, bankProfileId) };
};
