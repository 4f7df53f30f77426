import { MovableClock } from '#lib/kernel';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accountsParts, operatorClient } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ ...accountsParts, clock });
});

afterAll(() => app.stop());

it('trainings of the provider’s people are kept, and named again after a year', async () => {
  const admin = await operatorClient(app);
  const support = await operatorClient(app, 'support');
  const idOf = async (who: typeof admin): Promise<string> =>
    ((await who.get('/api/v1/me')).body as { id: string }).id;
  const [a, b] = [await idOf(admin), await idOf(support)];
  const path = `/api/v1/operator/operators/${a}/trainings`;
  const training = { topic: '個人情報保護の年次研修', on: '2026-03-31' };
  expect([
    (await support.post(path, training)).status,
    (await admin.post(path, { ...training, on: '2026-04-02' })).body.code,
    (await admin.post(path, { ...training, on: '2026-02-30' })).body.code,
    (await admin.post(path.replace(a, '00000000-0000-7000-8000-000000000000'), training)).status,
    (await admin.post(path, training)).status,
  ]).toEqual([403, 'accounts.bad-training-day', 'accounts.bad-training-day', 404, 204]);
  const list = async (): Promise<unknown> =>
    ((await admin.get('/api/v1/operator/trainings')).body as { items: unknown }).items;
  expect(await list()).toEqual([
    { operatorId: b, name: expect.any(String), isDue: true, trainings: [] },
    { operatorId: a, name: expect.any(String), isDue: false, trainings: [training] },
  ]);
});
