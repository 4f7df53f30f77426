import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { debitAnswer } from './testing/debit-answer.js';
import { debitScene } from './testing/debit-scene.js';
import type { DebitScene } from './testing/debit-scene.js';
import { transferred } from './testing/transferred.js';
import { HandOverDebitFile } from './use-cases/hand-over-debit-file.js';

const actor = { kind: 'system' } as const;

let { app, clock, first, payer, prepare, act, handedOver } = {} as DebitScene;
let { answer, states, mandateStates, noticeKinds } = {} as DebitScene;

beforeEach(async () => {
  const scene = await debitScene();
  ({ app, clock, first, payer, prepare, act, handedOver } = scene);
  ({ answer, states, mandateStates, noticeKinds } = scene);
});

afterEach(() => app.stop());

const noticeTexts = (tenantId: TenantId): Promise<string[]> =>
  app.get(Database).asSystem(async (tx) => {
    const sql = `SELECT body AS text FROM notices WHERE tenant_id = $1 AND kind LIKE 'billing.debit-%' ORDER BY id`;
    return (await tx.query<{ text: string }>(sql, [tenantId])).map(({ text }) => text);
  });

/** The tenant wants no more debits. */
const stop = async (tenantId: TenantId): Promise<void> => {
  const { items } = (await first.get('/api/v1/operator/mandates?state=active')).body as {
    items: { id: string; tenantId: string }[];
  };
  const mandate = items.find((each) => each.tenantId === tenantId);
  const { body } = await first.post(`/api/v1/operator/mandates/${mandate?.id ?? ''}/stop`);
  expect(body.state).toBe('stopped');
};

describe('a debit whose reason falls away', () => {
  it('asks nobody for a transfer whose money came by transfer meanwhile', async () => {
    const [full, part] = [await payer(), await payer({ amount: 14_800 })];
    const { id, bytes } = await handedOver();
    await transferred(app, full.tenantId, 5_500);
    await transferred(app, part.tenantId, 10_000);
    expect(await states(full.tenantId)).toEqual([[['collecting', 0]]]); // the bank is asked already
    await answer(id, debitAnswer(bytes, ['1', '1']));
    expect(await states(full.tenantId, part.tenantId)).toEqual([
      [['paid', 5_500]],
      [['partially-paid', 10_000]],
    ]);
    expect(await noticeKinds(full.tenantId)).toEqual([]);
    expect(await noticeTexts(part.tenantId)).toEqual([expect.stringContaining('6,280円')]);
  });

  it('keeps as credit what came by transfer while the bank debited it', async () => {
    const { tenantId, client } = await payer();
    const { id, bytes } = await handedOver();
    await transferred(app, tenantId, 5_500);
    await answer(id, debitAnswer(bytes, ['0']));
    expect(await states(tenantId)).toEqual([[['paid', 5_500]]]);
    expect((await client.get('/api/v1/billing/payment-method')).body.creditYen).toBe(5_500);
  });

  it('takes the answer for a mandate that ended after the bank had the file', async () => {
    const [paid, refused] = [await payer(), await payer()];
    const { id, bytes } = await handedOver();
    for (const { tenantId } of [paid, refused]) await stop(tenantId);
    await answer(id, debitAnswer(bytes, ['0', '4']));
    expect(await states(paid.tenantId, refused.tenantId)).toEqual([
      [['paid', 5_500]],
      [['collection-failed', 0]],
    ]);
    expect(await mandateStates(refused.tenantId)).toEqual(['stopped']);
  });

  it('debits nobody whose mandate ended before the bank had the file', async () => {
    const [gone, other] = [await payer(), await payer()];
    const { id } = (await prepare()).body as { id: string };
    await act(id, 'confirm');
    await stop(gone.tenantId);
    const { bytes } = await app.get(HandOverDebitFile).execute({ id, actor });
    expect(bytes).toHaveLength(488); // one debit
    expect(await states(gone.tenantId, other.tenantId)).toEqual([
      [['collection-failed', 0]],
      [['collecting', 0]],
    ]);
    expect(await noticeKinds(gone.tenantId)).toEqual(['billing.debit-impossible']);
  });

  it('is confirmed as it was prepared, or not at all', async () => {
    await payer();
    const { id } = (await prepare()).body as { id: string };
    const late = await payer();
    expect((await act(id, 'confirm')).body.code).toBe('payments.debit-file-stale');
    expect(await states(late.tenantId)).toEqual([[['issued', 0]]]);
    await act(id, 'cancel');
    const anew = (await prepare()).body as { id: string; debits: unknown[] };
    expect([anew.debits.length, (await act(anew.id, 'confirm')).status]).toEqual([2, 200]);
  });

  it('that was given up is no first debit; one that is too late is made good by transfer', async () => {
    const { tenantId } = await payer();
    const { id } = (await prepare()).body as { id: string };
    await act(id, 'confirm');
    await act(id, 'cancel');
    const again = await prepare();
    await act(again.body.id as string, 'confirm');
    const { bytes } = await app
      .get(HandOverDebitFile)
      .execute({ id: again.body.id as string, actor });
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .slice(122 + 90, 122 + 91),
    ).toBe('1');

    const other = await payer({ dueDate: '2026-07-27' });
    const july = await prepare('2026-07');
    await act(july.body.id as string, 'confirm');
    clock.set('2026-07-15T16:00:00+09:00');
    expect((await act(july.body.id as string, 'download')).body.code).toBe(
      'payments.debit-file-too-late',
    );
    await act(july.body.id as string, 'cancel');
    expect(await noticeKinds(other.tenantId)).toEqual(['billing.debit-impossible']);
    expect(await noticeKinds(tenantId)).toEqual([]);
  });
});
