import { operatorClient, postedTo, registeredTenant } from '#lib/accounts/testing';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { privacyParts } from './testing.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp(privacyParts);
});

afterAll(() => app.stop());

const desk = '/api/v1/operator/breaches';
const breach = {
  knownAt: '2026-03-31T10:00:00+09:00',
  summary: '保管中のファイルが外部から閲覧できる状態でした。',
  cause: null,
  measures: null,
  kind: 'OTHER',
  isMalicious: true,
  persons: 3,
  wasEncrypted: false,
};

it('a breach has deadlines, tells tenants numbers once, and keeps what was done when', async () => {
  const operator = await operatorClient(app);
  const [one, other] = [await registeredTenant(app), await registeredTenant(app)];
  const future = await operator.post(desk, { ...breach, knownAt: '2026-04-02T00:00:00+09:00' });
  expect([future.status, future.body.code]).toEqual([422, 'privacy.breach-in-future']);
  const { id } = (await operator.post(desk, breach)).body as { id: string };
  await operator.post(`${desk}/${id}/tenants`, { tenantId: one.tenantId, persons: 2 });
  for (let twice = 0; twice < 2; twice++)
    expect((await operator.post(`${desk}/${id}/tell`)).status).toBe(204);
  await operator.post(`${desk}/${id}/steps`, { step: 'first-report' });

  const { items } = (await operator.get(desk)).body as { items: unknown[] };
  expect(items).toEqual([
    expect.objectContaining({
      id,
      kinds: ['OTHER', 'MALICIOUS'],
      firstReportBy: '2026-04-05T01:00:00.000Z',
      fullReportBy: '2026-05-30T01:00:00.000Z',
      firstReportedAt: '2026-04-01T00:00:00.000Z',
      fullyReportedAt: null,
      tenants: [{ tenantId: one.tenantId, persons: 2, toldAt: '2026-04-01T00:00:00.000Z' }],
    }),
  ]);
  const inbox = async ({ client }: typeof one): Promise<string[]> =>
    ((await client.get('/api/v1/notices')).body as { items: { subject: string }[] }).items.map(
      ({ subject }) => subject,
    );
  expect(await inbox(one)).toEqual(['【重要】お預かりしている個人データの漏えい等について']);
  expect(await inbox(other)).toEqual([]);
  expect(await postedTo(app, one.email)).toHaveLength(1);
  const nobody = await operator.post(`${desk}/${one.tenantId}/tell`);
  expect([nobody.status, nobody.body.code]).toEqual([404, 'privacy.no-breach']);
});
