import type { AppUnderTest } from '#lib/accounts/testing';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { lineText } from '../domain/invoice/invoice-line.js';
import { InvoicesStore } from '../store/invoices.store.js';

interface ToldInvoice {
  readonly kind: string;
  readonly state: string;
  readonly lines: readonly string[];
}

/** The invoices that a tenant got from July on, oldest first, with their lines in English. */
export const invoicesSinceJuly = (app: AppUnderTest, tenantId: TenantId): Promise<ToldInvoice[]> =>
  app.get(Database).asSystem(async (tx) => {
    const store = app.get(InvoicesStore);
    const invoices = await store.list(tx, tenantId, null, 99);
    const late = invoices.reverse().filter(({ issuedOn }) => issuedOn.month >= 7);
    return Promise.all(
      late.map(async ({ id, kind, state }) => {
        const lines = await store.lines(tx, tenantId, id);
        return { kind, state, lines: lines.map((line) => lineText(line, 'en')) };
      }),
    );
  });
