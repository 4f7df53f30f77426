import { job } from '#platform/queue';

/** The run of a month (`2026-07`) for one tenant. */
export const billTenantJob = job<{ tenantId: string; month: string; wave: string }>({
  name: 'billing.bill-tenant',
  queue: 'billing',
  keyOf: ({ tenantId, month, wave }) => `${month}/${tenantId}/${wave}`,
});

/** The first invoice of a contract; `wave` tells one try from the next. */
export const initialInvoiceJob = job<{ tenantId: string; wave: string }>({
  name: 'billing.initial-invoice',
  queue: 'billing',
  keyOf: ({ tenantId, wave }) => `${tenantId}/${wave}`,
});

/** The last invoice of a contract. */
export const finalInvoiceJob = job<{ tenantId: string; contractId: string }>({
  name: 'billing.final-invoice',
  queue: 'billing',
  keyOf: ({ contractId }) => contractId,
});
