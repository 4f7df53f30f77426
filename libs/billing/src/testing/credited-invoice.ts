import type { AppUnderTest } from '#lib/accounts/testing';
import { Clock, jstMonth, newId, yen } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { DecideCredit } from '../use-cases/decide-credit.js';
import { IssueInitialInvoice } from '../use-cases/issue-initial-invoice.js';
import { ProposeCredit } from '../use-cases/propose-credit.js';
import { ReadBillingSettings } from '../use-cases/read-billing-settings.js';
import { ReadInvoices } from '../use-cases/read-invoices.js';
import { readyToInvoice } from './invoicing.js';
import { transferred } from './transferred.js';

/** The first invoice of a tenant that has a contract, paid, and a credit note that took some of it off. */
export const creditedInvoice = async (
  app: AppUnderTest,
  tenantId: TenantId,
): Promise<{ invoiceId: string; creditNoteId: string }> => {
  const now = app.get(Clock).now();
  if (!(await app.get(ReadBillingSettings).execute()))
    await readyToInvoice(app, jstMonth(now).toString());
  await app.get(IssueInitialInvoice).execute({ tenantId });
  const [invoice] = await app.get(ReadInvoices).list(tenantId, null, 1);
  if (!invoice) throw new Error('The tenant has no contract');
  const { id: invoiceId, total } = invoice;
  await transferred(app, tenantId, total);
  const credit = { tenantId, invoiceId, amount: yen(1_000), reason: '障害のため' };
  const actor = { kind: 'operator', operatorId: newId(now), role: 'billing' } as const;
  const id = await app.get(ProposeCredit).execute({ ...credit, actor });
  const second = { ...actor, operatorId: newId(now) };
  await app.get(DecideCredit).execute({ id, approve: true, actor: second });
  return { invoiceId, creditNoteId: id };
};
