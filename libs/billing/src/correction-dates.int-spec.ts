import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { debitScene } from './testing/debit-scene.js';
import type { DebitScene } from './testing/debit-scene.js';
import { readyToInvoice } from './testing/invoicing.js';
import { owedInvoice } from './testing/owed-invoice.js';

let scene: DebitScene;

beforeAll(async () => {
  scene = await debitScene();
  await readyToInvoice(scene.app, '2026-06');
});

afterAll(() => scene.app.stop());

/** How and until when the new invoice is to be paid. */
const corrected = async (tenantId: TenantId, invoiceId: string): Promise<unknown[]> => {
  const invoices = `/api/v1/operator/tenants/${tenantId}/invoices`;
  const line = { amountYen: 4_000, taxCategory: 'standard', text: '訂正', replacesLine: 1 };
  const proposal = { reason: '誤り', lines: [line] };
  const asked = await scene.first.post(`${invoices}/${invoiceId}/correction`, proposal);
  const approval = `/api/v1/operator/invoice-corrections/${asked.body.id as string}/approve`;
  const { body } = await scene.second.post(approval);
  const { body: fresh } = await scene.first.get(`${invoices}/${body.newInvoiceId as string}`);
  return [fresh.state, fresh.payBy, fresh.dueDate, fresh.openYen];
};

it('an initial invoice has thirty days again', async () => {
  const { tenantId } = await activeTenant(scene.app);
  const invoiceId = await owedInvoice(scene.app, tenantId, { kind: 'initial' });
  expect(await corrected(tenantId, invoiceId)).toEqual(['issued', 'transfer', '2026-07-11', 4_400]);
});

it('one that waits for its debit file is debited on the same day', async () => {
  const { tenantId, invoiceId } = await scene.payer();
  const due = ['issued', 'direct-debit', '2026-06-29', 4_400];
  expect(await corrected(tenantId, invoiceId)).toEqual(due);
});

it('one that is in a debit file already goes with the next', async () => {
  const { tenantId, invoiceId } = await scene.payer();
  const { id } = (await scene.prepare()).body as { id: string };
  await scene.act(id, 'confirm');
  const due = ['issued', 'direct-debit', '2026-07-27', 4_400];
  expect(await corrected(tenantId, invoiceId)).toEqual(due);
});

it('one whose file has closed is due on the next day of collection', async () => {
  const { tenantId, invoiceId } = await scene.payer();
  scene.clock.set('2026-06-29T10:00:00+09:00');
  const due = ['issued', 'direct-debit', '2026-07-27', 4_400];
  expect(await corrected(tenantId, invoiceId)).toEqual(due);
});
