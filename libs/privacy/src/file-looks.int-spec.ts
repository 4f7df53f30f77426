import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { PostNotice } from '#lib/notices';
import { ReceiveInquiry } from '#lib/support';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { privacyParts } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let app: TestApp;
let admin: TestClient;

beforeAll(async () => {
  app = await startApp({ ...privacyParts, clock });
  admin = await operatorClient(app);
});

afterAll(() => app.stop());

const api = '/api/v1/operator';

interface Item {
  readonly id: string;
  readonly tenantId: string | null;
}

const firstOf = async (path: string, tenantId: TenantId): Promise<string> => {
  const { items } = (await admin.get(`${api}/${path}`)).body as { items: Item[] };
  return items.find((item) => item.tenantId === tenantId)?.id ?? '';
};

/** How many looks at one kind of its data a tenant is told of. */
const looksAt = async (kind: string, tenantId: TenantId): Promise<number> => {
  const { items } = (await admin.get(`${api}/data-access?tenantId=${tenantId}`)).body as {
    items: { kind: string; times: number }[];
  };
  return items.reduce((sum, item) => sum + (item.kind === kind ? item.times : 0), 0);
};

const ask = (sender: string, address: string): Promise<Response> =>
  fetch(`${app.url}/privacy/request?lang=ja`, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ kind: 'DISCLOSURE', subject: 'contact', sender, address, name: '山田', details: '' },
      ...{ format: 'paper', website: '', postalAddress: '東京都立川市1-1' },
    }),
  });

it.each<[string, (tenant: Awaited<ReturnType<typeof activeTenant>>) => Promise<string>, string]>([
  [
    'a letter that came by mail',
    async ({ tenantId }) => {
      const arrivedAt = clock.now();
      await app.get(Database).asSystem((tx) =>
        app.get(ReceiveInquiry).within(tx, {
          ...{ messageId: newId(arrivedAt), tenantId, box: 'support', arrivedAt, replyTo: null },
          ...{ mailId: null, subject: '料金', from: { name: '', address: 'a@example.jp' } },
          ...{ text: 'x', raw: Buffer.from('Subject: x\r\n\r\nx'), authentication: null },
        }),
      );
      return `inquiries/${await firstOf('inquiries?state=open', tenantId)}/raw`;
    },
    'INQUIRY',
  ],
  [
    'a letter to print',
    async ({ tenantId }) => {
      const to = { name: '山田', postalAddress: '東京都立川市1-1' };
      const letter = { kind: 'test', subject: '通知', text: '本文' };
      await app
        .get(Database)
        .inTenant(tenantId, (tx) =>
          app
            .get(PostNotice)
            .within(tx, { tenantId, channel: 'letter', to, locale: 'ja', ...letter }),
        );
      return `letters/${await firstOf('letters', tenantId)}/pdf`;
    },
    'CONTRACT',
  ],
  [
    'a package on paper',
    async ({ tenantId, slug, email }) => {
      await ask(slug, email);
      const id = await firstOf('privacy-requests', tenantId);
      const how = { isProved: true, how: '名刺' };
      expect((await admin.post(`${api}/privacy-requests/${id}/identity`, how)).status).toBe(204);
      return `privacy-requests/${id}/package.pdf`;
    },
    'PRIVACY_REQUEST',
  ],
])('an operator’s look at %s is told to the tenant', async (_, file, kind) => {
  const tenant = await activeTenant(app);
  const path = await file(tenant);
  const before = await looksAt(kind, tenant.tenantId);
  expect((await admin.get(`${api}/${path}`)).status).toBe(200);
  expect(await looksAt(kind, tenant.tenantId)).toBe(before + 1);
});
