import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { Clock, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { startClamd, testVirus } from '#platform/scanner/testing';
import type { TestClamd } from '#platform/scanner/testing';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ReceiveInquiry } from './index.js';
import { supportParts } from './testing.js';

let app: TestApp;
let clamd: TestClamd;
let operator: TestClient;

beforeAll(async () => {
  clamd = await startClamd({ limit: 1_000 });
  app = await startApp({ ...supportParts, env: { CLAMAV_SOCKET: clamd.address } });
  operator = await operatorClient(app);
});

afterAll(async () => {
  await app.stop();
  await clamd.stop();
});

const arrive = (subject: string, raw: string): Promise<void> => {
  const arrivedAt = app.get(Clock).now();
  return app.get(Database).asSystem((tx) =>
    app.get(ReceiveInquiry).within(tx, {
      messageId: newId(arrivedAt),
      ...{ tenantId: null, box: 'support', arrivedAt, replyTo: null, mailId: null, subject },
      from: { name: '', address: 'somebody@example.jp' },
      text: 'x',
      raw: Buffer.from(raw),
      authentication: null,
    }),
  );
};

interface Line {
  readonly id: string;
  readonly subject: string;
  readonly scan: string | null;
  readonly virus: string | null;
}

const lines = async (): Promise<Line[]> =>
  ((await operator.get('/api/v1/operator/inquiries?state=open')).body as { items: Line[] }).items;

const found = async (): Promise<unknown> => {
  const all = await lines();
  const rows = all.map(async ({ id, subject, scan, virus }) => {
    const raw = await operator.get(`/api/v1/operator/inquiries/${id}/raw`);
    return [subject, [scan, virus, raw.status]];
  });
  return Object.fromEntries(await Promise.all(rows)) as unknown;
};

it('letters wait for the scanner, none is lost, and none with a virus is handed out', async () => {
  await arrive('good', 'hello');
  await arrive('bad', `hello ${testVirus}`);
  await arrive('large', 'x'.repeat(1_001));
  clamd.conduct = 'hang-up';
  await app.drain.sweep();
  expect(await found()).toEqual({
    good: [null, null, 503],
    bad: [null, null, 503],
    large: [null, null, 503],
  });
  clamd.conduct = 'read';
  await app.drain.sweep();
  expect(await found()).toEqual({
    good: ['clean', null, 200],
    bad: ['infected', 'Eicar-Test-Signature', 409],
    large: ['too-large', null, 200],
  });
  const looks = clamd.seen.length;
  await app.drain.sweep();
  expect(clamd.seen).toHaveLength(looks);
});
