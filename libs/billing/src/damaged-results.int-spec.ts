import { Database } from '#platform/database';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readResultFile } from './domain/debit/result-file.js';
import { splitRecords } from './domain/zengin/framing.js';
import { debitAnswer } from './testing/debit-answer.js';
import { debitScene } from './testing/debit-scene.js';
import type { DebitScene } from './testing/debit-scene.js';
import { ImportDebitResult } from './use-cases/import-debit-result.js';

const actor = { kind: 'system' } as const;

let { app, payer, handedOver, answer, states } = {} as DebitScene;

beforeEach(async () => {
  ({ app, payer, handedOver, answer, states } = await debitScene());
});

afterEach(() => app.stop());

describe('damaged answers', () => {
  it('are refused or read right, and what is refused changes nothing: 200 of them', async () => {
    const [a, b] = [await payer(), await payer({ amount: 14_800 })];
    const { id, bytes } = await handedOver();
    const golden = debitAnswer(bytes, ['0', '1']);
    const everything = (): Promise<unknown> =>
      app.get(Database).asSystem((tx) =>
        tx.query(
          `SELECT (SELECT jsonb_agg(i ORDER BY number) FROM invoices i) AS invoices,
             (SELECT jsonb_agg(e ORDER BY id) FROM debit_entries e) AS entries,
             (SELECT jsonb_agg(r) FROM receipts r) AS receipts, (SELECT jsonb_agg(x) FROM allocations x) AS allocations,
             (SELECT jsonb_agg(m ORDER BY id) FROM mandates m) AS mandates, (SELECT count(*) FROM notices) AS notices,
             (SELECT jsonb_agg(f ORDER BY id) FROM debit_files f) AS files, (SELECT count(*) FROM audit_trail) AS trail`,
        ),
      );
    const before = await everything();
    const place = fc.integer({ min: 0, max: golden.length - 1 });
    const damage = fc.oneof(
      fc.record({
        at: place,
        cut: fc.constant(1),
        put: fc.uint8Array({ minLength: 1, maxLength: 1 }),
      }),
      fc.record({
        at: place,
        cut: fc.integer({ min: 0, max: 130 }),
        put: fc.uint8Array({ maxLength: 3 }),
      }),
      fc.record({
        at: fc.constantFrom(122 + 111, 244 + 111, 366 + 25, 366 + 43),
        cut: fc.constant(1),
        put: fc.constantFrom(...Buffer.from('0123 9N')).map((byte) => Uint8Array.of(byte)),
      }),
    );
    const { records: sent } = splitRecords(bytes, 120) as { records: Uint8Array[] };
    const paid = (file: Uint8Array): unknown => {
      const reading = readResultFile(file, sent);
      return 'results' in reading
        ? reading.results.flatMap(({ code, amount }) => (code === '0' ? [amount] : []))
        : 'refused';
    };
    let refused = 0;
    for (const { at, cut, put } of fc.sample(damage, { numRuns: 200, seed: 4 })) {
      const parts = [golden.subarray(0, at), put, golden.subarray(at + cut)];
      const file = Uint8Array.from(parts.flatMap((part) => [...part]));
      if (paid(file) !== 'refused') {
        expect(paid(file)).toEqual([5_500]); // the fault lies in a name, a filler or the reason of the failure
        continue;
      }
      refused += 1;
      await expect(app.get(ImportDebitResult).execute({ id, bytes: file, actor })).rejects.toThrow(
        'payments.result-refused',
      );
      expect(await everything()).toEqual(before);
    }
    expect(refused).toBeGreaterThan(100);
    await answer(id, golden);
    expect(await states(a.tenantId, b.tenantId)).toEqual([
      [['paid', 5_500]],
      [['collection-failed', 0]],
    ]);
  });
});
