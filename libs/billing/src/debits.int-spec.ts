import { activeTenant } from '#lib/contracts/testing';
import { Database } from '#platform/database';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { InvoiceBook } from './index.js';
import { debitAnswer } from './testing/debit-answer.js';
import { debitScene } from './testing/debit-scene.js';
import type { DebitScene } from './testing/debit-scene.js';
import { aMandate } from './testing/mandate.js';
import { owedInvoice } from './testing/owed-invoice.js';
import { HandOverDebitFile } from './use-cases/hand-over-debit-file.js';

const actor = { kind: 'system' } as const;
const month = '2026-06';

let scene: DebitScene;
let { app, clock, first, bankProfileId, payer, prepare, act, handedOver } = {} as DebitScene;
let { answer, states, mandateStates, noticeKinds } = {} as DebitScene;

beforeEach(async () => {
  scene = await debitScene();
  ({ app, clock, first, bankProfileId, payer, prepare, act, handedOver } = scene);
  ({ answer, states, mandateStates, noticeKinds } = scene);
});

afterEach(() => app.stop());

describe('a debit file', () => {
  it('goes from one person by another to the bank, byte for byte, and its answer pays', async () => {
    const [a, b] = [await payer(), await payer({ amount: 14_800 })];
    const preview = await first.get(
      `/api/v1/operator/debit-preview?month=${month}&bankProfileId=${bankProfileId}`,
    );
    expect(preview.body).toMatchObject({
      dueDate: '2026-06-29',
      fileBy: '2026-06-18',
      fileClosesAt: '2026-06-18T07:00:00.000Z',
      inTime: true,
      count: 2,
      totalYen: 21_780,
      leftOut: [],
    });
    const prepared = await prepare();
    const { id } = prepared.body as { id: string };
    expect([prepared.status, prepared.body.state]).toEqual([201, 'prepared']);
    expect((await act(id, 'confirm', first)).body.code).toBe('payments.second-person-needed');
    expect((await act(id, 'download')).body.code).toBe('payments.debit-file-state');
    const confirmed = await act(id, 'confirm');
    expect(confirmed.body).toMatchObject({ state: 'confirmed', count: 2, totalYen: 21_780 });
    expect(await states(a.tenantId, b.tenantId)).toEqual([
      [['collecting', 0]],
      [['collecting', 0]],
    ]);

    const download = await act(id, 'download');
    expect([download.status, download.headers.get('content-type')]).toEqual([
      200,
      'application/octet-stream',
    ]);
    const looks = await app
      .get(Database)
      .asSystem((tx) => tx.query('SELECT tenant_id AS "tenantId", kind FROM operator_reads'));
    for (const { tenantId } of [a, b]) expect(looks).toContainEqual({ tenantId, kind: 'BILLING' });
    const { bytes } = await app.get(HandOverDebitFile).execute({ id, actor });
    expect(bytes).toHaveLength(610);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(confirmed.body.sha256);

    const { status, body } = await answer(id, debitAnswer(bytes, ['0', '1']));
    expect([status, body]).toEqual([200, { settled: 1, failed: 1, unclear: 0 }]);
    expect(await states(a.tenantId, b.tenantId)).toEqual([
      [['paid', 5_500]],
      [['collection-failed', 0]],
    ]);
    expect(await noticeKinds(b.tenantId)).toEqual(['billing.debit-failed']);
    const shown = await first.get(`/api/v1/operator/debit-files/${id}`);
    const debits = shown.body.debits as Record<string, string>[];
    expect(debits.map(({ outcome, resultText }) => [outcome, resultText])).toEqual([
      ['settled', '振替済'],
      ['failed', '資金不足'],
    ]);
    const trail = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query(`SELECT action FROM audit_trail WHERE subject_id = $1 ORDER BY at, id`, [id]),
      );
    expect(trail.map(({ action }) => action).sort()).toEqual([
      'debit-file.answered',
      'debit-file.confirmed',
      'debit-file.downloaded',
      'debit-file.downloaded',
      'debit-file.prepared',
    ]);
  });

  it('takes what failed into the next one, together with what is new', async () => {
    const { tenantId } = await payer();
    const { id, bytes } = await handedOver();
    await answer(id, debitAnswer(bytes, ['1']));
    clock.set('2026-07-11T10:00:00+09:00');
    await owedInvoice(app, tenantId, { dueDate: '2026-07-27', payBy: 'direct-debit' });
    const next = await first.post('/api/v1/operator/debit-files', {
      month: '2026-07',
      bankProfileId,
    });
    expect([next.body.count, next.body.totalYen, next.body.debits[0].invoiceIds.length]).toEqual([
      1, 11_000, 2,
    ]);
  });

  it.each<[string, string, string[], string]>([
    ['2', 'collection-failed', ['invalid'], 'no account'],
    ['4', 'collection-failed', ['invalid'], 'no mandate'],
    ['3', 'collection-failed', ['stopped'], 'stopped by the payer'],
    ['8', 'collection-failed', ['active'], 'stopped by us'],
    ['9', 'collection-failed', ['active'], 'other'],
    ['0', 'paid', ['active'], 'debited'],
    ['7', 'collecting', ['active'], 'nobody knows'],
    ['E', 'collecting', ['active'], 'nobody knows'],
  ])(
    'answered with %s leaves the invoice %s and the mandate %j: %s',
    async (code, state, mandates) => {
      const { tenantId } = await payer();
      const { id, bytes } = await handedOver();
      await answer(id, debitAnswer(bytes, [code]));
      expect([await states(tenantId), await mandateStates(tenantId)]).toEqual([
        [[[state, state === 'paid' ? 5_500 : 0]]],
        mandates,
      ]);
    },
  );

  it('leaves an unknown code to a person, who asks the bank', async () => {
    const { tenantId } = await payer();
    const { id, bytes } = await handedOver();
    expect((await answer(id, debitAnswer(bytes, [' ']))).body).toEqual({
      settled: 0,
      failed: 0,
      unclear: 1,
    });
    const shown = await first.get(`/api/v1/operator/debit-files/${id}`);
    const path = `/api/v1/operator/debits/${String(shown.body.debits[0].id)}/resolve`;
    const told = { code: '0', note: '銀行に電話で確認' };
    expect((await first.post(path, told)).status).toBe(204);
    expect(await states(tenantId)).toEqual([[['paid', 5_500]]]);
    expect((await first.post(path, told)).body.code).toBe('payments.debit-entry-state');
  });

  it('is refused a second answer, and an answer to another file', async () => {
    await payer();
    const { id, bytes } = await handedOver();
    const file = debitAnswer(bytes, ['1']);
    await answer(id, file);
    const again = await answer(id, file);
    const other = await answer(id, debitAnswer(bytes, ['0']));
    expect([again, other].map(({ status, body }) => [status, body.code, body.detail])).toEqual([
      [409, 'payments.result-repeated', 'このファイルはすでに取り込まれています。'],
      [409, 'payments.result-repeated', 'この依頼データの結果はすでに取り込まれています。'],
    ]);
  });

  it('closes with the bank: nothing is prepared, confirmed or handed over after it', async () => {
    const { tenantId } = await payer();
    const { id } = (await prepare()).body as { id: string };
    clock.set('2026-06-18T16:00:00+09:00');
    expect((await act(id, 'confirm')).body.code).toBe('payments.debit-file-too-late');
    await act(id, 'cancel');
    expect((await prepare()).body.code).toBe('payments.debit-file-too-late');
    expect(await states(tenantId)).toEqual([[['issued', 0]]]);
  });

  it('that was confirmed and never sent can be given up; its invoices go another way', async () => {
    const { tenantId } = await payer();
    const { id } = (await prepare()).body as { id: string };
    await act(id, 'confirm');
    expect((await prepare()).body.code).toBe('payments.debit-file-exists');
    expect((await act(id, 'cancel')).body.state).toBe('cancelled');
    expect(await states(tenantId)).toEqual([[['collection-failed', 0]]]);
    expect((await prepare()).body.debits).toHaveLength(1);
  });

  it('leaves out what was voided before it went, and keeps as credit what is debited for it after', async () => {
    const [a, b] = [await payer(), await payer()];
    const { id } = (await prepare()).body as { id: string };
    await act(id, 'confirm');
    const voiding = ({ tenantId, invoiceId }: typeof a): Promise<unknown> =>
      app.get(Database).asSystem((tx) =>
        app.get(InvoiceBook).move(tx, tenantId, invoiceId, 'void', {
          at: clock.now(),
          met: ['reason'],
          reason: 'W15.2',
        }),
      );
    await voiding(a);
    const { bytes } = await app.get(HandOverDebitFile).execute({ id, actor });
    expect(bytes).toHaveLength(488); // one debit
    await voiding(b);
    await answer(id, debitAnswer(bytes, ['0']));
    expect(await states(a.tenantId, b.tenantId)).toEqual([[['void', 0]], [['void', 0]]]);
    expect((await b.client.get('/api/v1/billing/payment-method')).body.creditYen).toBe(5_500);
  });

  it('asks for a transfer where no mandate is active in time; the due date stays', async () => {
    await payer();
    const late = await activeTenant(app);
    await aMandate(first, late.tenantId, { activeSince: '2026-06-19' });
    await owedInvoice(app, late.tenantId, { dueDate: '2026-06-29', payBy: 'direct-debit' });
    const { body } = await prepare();
    expect(body.debits).toHaveLength(1);
    await act(body.id as string, 'confirm');
    expect(await noticeKinds(late.tenantId)).toEqual(['billing.debit-impossible']);
    const invoices = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query(`SELECT pay_by, due_date::text FROM invoices WHERE tenant_id = $1`, [
          late.tenantId,
        ]),
      );
    expect(invoices).toEqual([{ pay_by: 'transfer', due_date: '2026-06-29' }]);
  });
});

describe('the calendar of debits', () => {
  it('moves 27 February 2027 out of its month', async () => {
    const path = `/api/v1/operator/debit-calendar?year=2027&bankProfileId=${bankProfileId}`;
    const { items } = (await first.get(path)).body as { items: Record<string, string>[] };
    expect(items[1]).toEqual({
      month: '2027-02',
      issueDay: '2027-02-11',
      advanced: false,
      fileBy: '2027-02-17',
      fileClosesAt: '2027-02-17T07:00:00.000Z',
      dueDate: '2027-03-01',
    });
  });
});
