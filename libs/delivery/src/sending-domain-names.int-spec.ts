import { aMember } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startDnsServer } from '#test/dns-server';
import type { DnsServer } from '#test/dns-server';
import { SendingDomains } from './index.js';
import { deliveryParts } from './testing.js';

const path = '/api/v1/settings/domains';
const mailDomain = 'mail.hikyaku.test';

let dns: DnsServer;
let app: TestApp;
let tenantId: TenantId;
let slug: string;
let client: TestClient;
let domain: string;
let count = 0;

beforeAll(async () => {
  dns = await startDnsServer();
  app = await startApp({ ...deliveryParts, env: { DNS_SERVERS: dns.address } });
});

beforeEach(async () => {
  ({ tenantId, slug, client } = await activeTenant(app));
  domain = `shop-${++count}.example.jp`;
});

afterAll(async () => {
  await app.stop();
  await dns.stop();
});

interface Shown {
  id: string;
  records: { name: string; value: string }[];
}

const add = async (by: TestClient): Promise<Shown> =>
  (await by.post(path, { domain })).body as Shown;

const authentication = (from = domain): Promise<string> =>
  app
    .get(Database)
    .inTenant(tenantId, (tx) => app.get(SendingDomains).authenticationOf(tx, tenantId, from));

describe('declaring a domain', () => {
  it.each([
    ['Ｅｘａｍｐｌｅ．ＪＰ', 'example.jp'],
    ['日本語.jp', 'xn--wgv71a119e.jp'],
  ])('reads %s as %s', async (typed, read) => {
    expect((await client.post(path, { domain: typed })).body).toMatchObject({ domain: read });
  });

  it.each([
    'jp',
    'a b.jp',
    'x@example.jp',
    'exa_mple.jp',
    '192.0.2.1',
    mailDomain,
    `a.${mailDomain}`,
  ])('takes no %s', async (typed) => {
    const { status, body } = await client.post(path, { domain: typed });
    expect([status, body.code, body.field]).toEqual([422, 'delivery.bad-domain', 'domain']);
  });

  it('once a tenant, but by every tenant with keys of its own', async () => {
    const mine = await add(client);
    const again = await client.post(path, { domain });
    expect([again.status, again.body.code]).toEqual([409, 'delivery.domain-taken']);
    const other = await activeTenant(app);
    const theirs = await add(other.client);
    const [key] = theirs.records;
    dns.txt(key?.name ?? '', key?.value ?? '');
    const checked = [
      await client.post(`${path}/${mine.id}/check`),
      await other.client.post(`${path}/${theirs.id}/check`),
    ];
    expect(checked.map(({ body }) => body.status)).toEqual(['pending', 'verified']);
  });

  it('is for owners; editors and viewers may look', async () => {
    const { id } = await add(client);
    for (const role of ['editor', 'viewer'] as const) {
      const member = await aMember(app, { tenantId, slug, role });
      const tried = [
        await member.client.get(`${path}/${id}`),
        await member.client.post(path, { domain: 'x.example.jp' }),
        await member.client.post(`${path}/${id}/check`),
        await member.client.delete(`${path}/${id}`),
      ];
      expect(tried.map(({ status }) => status)).toEqual([200, 403, 403, 403]);
    }
  });

  it('decides what a From domain counts as', async () => {
    expect(await authentication()).toBe('none');
    await add(client);
    expect([
      await authentication(),
      await authentication(`news.${domain}`),
      await authentication(mailDomain),
    ]).toEqual(['unverified', 'undeclared', 'platform']);
  });
});
