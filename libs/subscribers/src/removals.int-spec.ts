import { operatorClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { openTables } from '#test/tables';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aNewsletter, someSubscribers, subscribersParts } from './testing.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp(subscribersParts);
});

afterAll(() => app.stop());

it('an operator removes an address for a reason, and neither trail nor answer names it', async () => {
  const operator = await operatorClient(app);
  const support = await operatorClient(app, 'support');
  const { tenantId, client, slug } = await activeTenant(app);
  const other = await activeTenant(app);
  const address = `claim@${slug}.example.jp`;
  for (const each of [tenantId, other.tenantId])
    await someSubscribers(app, each, await aNewsletter(app, each), [address]);
  const path = `/api/v1/operator/tenants/${tenantId}/address-removals`;
  const removal = { address, reason: 'PROTECT_RIGHTS', note: '権利者からの申し出' };
  expect([
    (await support.post(path, removal)).status,
    (await operator.post(path, { ...removal, reason: 'THREE_BOUNCES' })).status,
    (await operator.post(path, { ...removal, note: `${address} の件` })).body.code,
    (await operator.post(path, { ...removal, address: 'no address' })).body.code,
    (await operator.post(path, { ...removal, address: address.toUpperCase() })).body,
    (await operator.post(path, removal)).body,
  ]).toEqual([
    403,
    422,
    'subscribers.address-in-note',
    'subscribers.bad-address',
    { removed: true },
    { removed: false },
  ]);
  const trail = (await client.get('/api/v1/audit?action=subscriber.')).body as { items: object[] };
  expect(trail.items).toMatchObject([
    {
      action: 'subscriber.removed-by-operator',
      actorKind: 'operator',
      details: { reason: 'PROTECT_RIGHTS', note: '権利者からの申し出' },
    },
  ]);
  expect(JSON.stringify(trail)).not.toContain('claim@');
  const tables = await openTables(app.databaseUrl);
  const rows = await tables.query(
    `SELECT tenant_id = '${tenantId}' AS here, status FROM subscriptions ORDER BY here`,
  );
  const refused = await tables.query(`SELECT reason FROM suppressions`);
  await tables.close();
  expect(rows).toEqual([
    { here: false, status: 'active' },
    { here: true, status: 'erased' },
  ]);
  expect(refused).toEqual([{ reason: 'removed_operator' }]);
});
