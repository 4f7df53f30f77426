import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { debitScene } from './testing/debit-scene.js';
import type { DebitScene } from './testing/debit-scene.js';
import { owedInvoice } from './testing/owed-invoice.js';
import { transferFile } from './testing/transfer-file.js';
import type { TransferLine } from './testing/transfer-file.js';

let scene: DebitScene;
let codes = 0;

beforeAll(async () => {
  scene = await debitScene();
});

afterAll(() => scene.app.stop());

const payer = async (): Promise<{ tenantId: TenantId; code: string }> => {
  const { tenantId } = await activeTenant(scene.app);
  codes += 1;
  const code = String(codes).padStart(10, '7');
  const identity = `/api/v1/operator/tenants/${tenantId}/payer-identity`;
  await scene.first.put(identity, { codes: [code], names: [] });
  return { tenantId, code };
};

const importing = (lines: readonly TransferLine[]): ReturnType<DebitScene['first']['post']> =>
  scene.first.post('/api/v1/operator/transfer-imports', {
    bankProfileId: scene.bankProfileId,
    format: 'zengin',
    fileName: 'nyukin.txt',
    content: Buffer.from(transferFile('080611', lines)).toString('base64'),
  });

interface Books {
  readonly received: number;
  readonly allocated: number;
  readonly paid: number;
  readonly open: number;
  readonly credit: number;
}

const books = async (tenantId: TenantId): Promise<Books> =>
  scene.app.get(Database).asSystem(async (tx) => {
    const [row] = await tx.query<Omit<Books, 'credit'>>(
      `SELECT (SELECT coalesce(sum(amount), 0)::bigint FROM receipts WHERE tenant_id = $1) AS received,
         (SELECT coalesce(sum(amount), 0)::bigint FROM allocations WHERE tenant_id = $1) AS allocated,
         (SELECT coalesce(sum(paid_yen), 0)::bigint FROM invoices WHERE tenant_id = $1) AS paid,
         (SELECT coalesce(sum(total_yen - paid_yen), 0)::bigint FROM invoices WHERE tenant_id = $1) AS open`,
      [tenantId],
    );
    const { body } = await scene.first.get(`/api/v1/operator/tenants/${tenantId}/payments`);
    return { ...(row as Books), credit: body.creditYen as number };
  });

type Event = { readonly invoice: number } | { readonly pay: number } | { readonly reverse: number };

describe('the books of a tenant', () => {
  const event: fc.Arbitrary<Event> = fc.oneof(
    fc.record({ invoice: fc.integer({ min: 1, max: 30_000 }) }),
    fc.record({ pay: fc.integer({ min: 1, max: 40_000 }) }),
    fc.record({ reverse: fc.nat(20) }),
  );

  it('balance after anything that happens: what came in paid invoices or is credit, and never both', async () => {
    const histories = fc.sample(fc.array(event, { minLength: 3, maxLength: 12 }), {
      numRuns: 12,
      seed: 7,
    });
    for (const history of histories) {
      const { tenantId, code } = await payer();
      const paid: number[] = [];
      for (const each of history) {
        scene.clock.advance({ seconds: 1 });
        if ('invoice' in each) await owedInvoice(scene.app, tenantId, { amount: each.invoice });
        else if ('pay' in each && !paid.includes(each.pay)) {
          await importing([{ amount: each.pay, payerCode: code }]);
          paid.push(each.pay);
        } else if ('reverse' in each && paid.length > 0) {
          const [amount = 0] = paid.splice(each.reverse % paid.length, 1);
          await importing([{ amount, payerCode: code, reversal: true }]);
        }
        const { received, allocated, paid: settled, open, credit } = await books(tenantId);
        expect([allocated, received - allocated]).toEqual([settled, credit]);
        expect(credit >= 0 && (credit === 0 || open === 0)).toBe(true);
      }
      const { received } = await books(tenantId);
      expect(received).toBe(paid.reduce((sum, amount) => sum + amount, 0));
    }
  });

  it('balance when transfers come in at the same time', async () => {
    const { tenantId, code } = await payer();
    await owedInvoice(scene.app, tenantId, { amount: 10_000 });
    await owedInvoice(scene.app, tenantId, { amount: 10_000 });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => importing([{ amount: 3_000 + i, payerCode: code }])),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(8).fill(201));
    const received = 8 * 3_000 + 28;
    expect(await books(tenantId)).toEqual({
      received,
      allocated: 22_000,
      paid: 22_000,
      open: 0,
      credit: received - 22_000,
    });
  });

  it('take the same file once, however often it comes at the same time', async () => {
    const { tenantId, code } = await payer();
    const line = [{ amount: 4_321, payerCode: code }];
    const answers = await Promise.all(Array.from({ length: 6 }, () => importing(line)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect((await books(tenantId)).received).toBe(4_321);
  });
});
