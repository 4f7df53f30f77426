import { SetSenderProfile } from '#lib/accounts';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startDnsServer } from '#test/dns-server';
import type { DnsServer } from '#test/dns-server';
import { SendingDomains } from './index.js';
import { deliveryParts } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
const path = '/api/v1/settings/domains';
const mailDomain = 'mail.hikyaku.test';

let dns: DnsServer;
let app: TestApp;
let tenantId: TenantId;
let client: TestClient;
let domain: string;
let count = 0;

beforeAll(async () => {
  dns = await startDnsServer();
  dns.mx(mailDomain, `in.${mailDomain}`);
  dns.txt(mailDomain, 'v=spf1 ip4:192.0.2.0/28 -all');
  app = await startApp({ ...deliveryParts, clock, env: { DNS_SERVERS: dns.address } });
});

beforeEach(async () => {
  ({ tenantId, client } = await activeTenant(app));
  domain = `shop-${++count}.example.jp`;
});

afterAll(async () => {
  await app.stop();
  await dns.stop();
});

interface Shown {
  id: string;
  status: string;
  keys: { selector: string; algorithm: string; state: string; retireAt: string | null }[];
  records: { purpose: string; name: string; value: string; need: string }[];
  lastCheck: {
    findings: { purpose: string; verdict: string; code: string; found: string[] }[];
    dmarc: object;
    aligned: object;
    spfLookups: number;
  };
}

const add = async (body: object = {}): Promise<Shown> =>
  (await client.post(path, { domain, ...body })).body as Shown;
const show = async ({ id }: { id: string }): Promise<Shown> =>
  (await client.get(`${path}/${id}`)).body as Shown;
const check = async ({ id }: { id: string }): Promise<Shown> =>
  (await client.post(`${path}/${id}/check`)).body as Shown;
const rotate = async ({ id }: { id: string }, body: object = {}): Promise<Shown> =>
  (await client.post(`${path}/${id}/rotate`, body)).body as Shown;

const publish = (shown: Shown, purposes = ['dkim', 'spf', 'dmarc']): void => {
  for (const { purpose, name, value } of shown.records)
    if (purposes.includes(purpose)) dns.txt(name, value);
};

const codes = (shown: Shown): string[] => shown.lastCheck.findings.map(({ code }) => code);
const states = (shown: Shown): string[] =>
  shown.keys.map(({ algorithm, state }) => `${algorithm} ${state}`).sort();
const authentication = (from = domain): Promise<string> =>
  app
    .get(Database)
    .inTenant(tenantId, (tx) => app.get(SendingDomains).authenticationOf(tx, tenantId, from));

describe('a sending domain', () => {
  it('says what to publish, and is verified and aligned once it is', async () => {
    const shown = await add({ ed25519: true });
    expect([shown.status, states(shown), await authentication()]).toEqual([
      'pending',
      ['ed25519 pending', 'rsa pending'],
      'unverified',
    ]);
    const [rsa] = shown.keys.filter(({ algorithm }) => algorithm === 'rsa');
    expect(shown.records).toContainEqual({
      purpose: 'dkim',
      type: 'TXT',
      name: `${rsa?.selector ?? ''}._domainkey.${domain}`,
      value: expect.stringMatching(/^v=DKIM1; k=rsa; p=MIIBIj[\w+/]{380,}=*$/),
      need: 'required',
    });
    publish(shown);
    const checked = await check(shown);
    expect([checked.status, states(checked), codes(checked)]).toEqual([
      'verified',
      ['ed25519 active', 'rsa active'],
      [
        'dkim.right',
        'dkim.right',
        'dmarc.monitoring',
        'spf.ok',
        'return-path.ok',
        'return-path-spf.ok',
      ],
    ]);
    expect(checked.lastCheck).toMatchObject({
      dmarc: { organization: domain, policy: 'none', foundAt: `_dmarc.${domain}` },
      aligned: { dkim: true, spf: false },
      spfLookups: 1,
    });
    expect(await show(shown)).toEqual(checked);
    expect(await authentication()).toBe('verified');
  });

  it('is not verified while nothing is published, and says what is missing', async () => {
    const checked = await check(await add());
    expect([checked.status, codes(checked)]).toEqual([
      'pending',
      ['dkim.missing', 'dmarc.none', 'spf.none', 'return-path.ok', 'return-path-spf.ok'],
    ]);
  });

  it('shows what it found in place of what it expected', async () => {
    const shown = await add();
    const [key] = shown.records;
    dns.txt(key?.name ?? '', 'v=DKIM1; p=MIIB');
    dns.txt(domain, 'v=spf1 include:a.invalid -all');
    dns.txt(`_dmarc.${domain}`, 'v=DMARC1; p=reject');
    const { lastCheck } = await check(shown);
    expect(lastCheck.findings.slice(0, 3)).toMatchObject([
      {
        code: 'dkim.other-key',
        verdict: 'wrong',
        expected: key?.value,
        found: ['v=DKIM1; p=MIIB'],
      },
      { code: 'dmarc.ok', verdict: 'ok', found: ['v=DMARC1; p=reject'] },
      { code: 'spf.broken', verdict: 'wrong', found: ['v=spf1 include:a.invalid -all'] },
    ]);
  });

  it('stays verified while the DNS does not answer, and no longer when the record is gone', async () => {
    const shown = await add();
    publish(shown);
    await check(shown);
    const name = shown.records[0]?.name ?? '';
    dns.fail(name);
    const unsure = await check(shown);
    expect([unsure.status, codes(unsure)[0]]).toEqual(['verified', 'dkim.unsure']);
    dns.fail(name, false);
    dns.txt(name);
    const gone = await check(shown);
    expect([gone.status, states(gone), await authentication()]).toEqual([
      'pending',
      ['rsa active'],
      'unverified',
    ]);
  });

  it('rotates: two selectors live until the old key is destroyed a week later', async () => {
    const shown = await add();
    publish(shown);
    await check(shown);
    const rotated = await rotate(shown, { ed25519: true });
    expect(states(rotated)).toEqual(['ed25519 pending', 'rsa active', 'rsa pending']);
    expect(states(await check(shown))).toEqual(['ed25519 pending', 'rsa active', 'rsa pending']);
    publish(rotated);
    const through = await check(shown);
    expect([through.status, states(through)]).toEqual([
      'verified',
      ['ed25519 active', 'rsa active', 'rsa retiring'],
    ]);
    expect(through.records.map(({ need }) => need)).toContain('temporary');
    clock.advance({ days: 7 });
    await app.drain.sweep();
    expect(states(await show(shown))).toEqual(['ed25519 active', 'rsa active', 'rsa retired']);
    const left = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query(`SELECT state FROM dkim_keys WHERE tenant_id = $1 AND private_key IS NULL`, [
          tenantId,
        ]),
      );
    expect(left).toEqual([{ state: 'retired' }]);
  });

  it('is looked at once a day without being asked', async () => {
    const shown = await add();
    publish(shown);
    await check(shown);
    dns.txt(shown.records[0]?.name ?? '');
    clock.advance({ hours: 23 });
    await app.drain.sweep();
    expect((await show(shown)).status).toBe('verified');
    clock.advance({ hours: 2 });
    await app.drain.sweep();
    expect((await show(shown)).status).toBe('pending');
  });

  it('begins one rotation, however many ask at once', async () => {
    const shown = await add();
    publish(shown);
    await check(shown);
    const answers = await Promise.all(
      [1, 2, 3].map(() => client.post(`${path}/${shown.id}/rotate`, {})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(states(await show(shown))).toEqual(['rsa active', 'rsa pending']);
  });

  it('never keeps or shows a private key in the clear', async () => {
    const shown = await add({ ed25519: true });
    const rows = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query<{ privateKey: Buffer }>(
          `SELECT private_key AS "privateKey" FROM dkim_keys WHERE tenant_id = $1`,
          [tenantId],
        ),
      );
    const bare = Buffer.from('300d06092a864886f70d0101010500', 'hex'); // rsaEncryption in PKCS #8
    expect(rows.map(({ privateKey }) => privateKey.includes(bare))).toEqual([false, false]);
    expect(JSON.stringify(shown)).not.toMatch(/private/i);
  });

  it('is removed with its keys, unless mails leave from it', async () => {
    const shown = await add();
    const from = (address: string): Promise<void> =>
      app.get(SetSenderProfile).execute({
        tenantId,
        actor: { kind: 'system' },
        profile: { senderName: '桜', fromAddress: address, replyToAddress: null, legal: null },
      });
    await from(`news@${domain}`);
    const refused = await client.delete(`${path}/${shown.id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'delivery.domain-in-use']);
    await from('news@other.example.jp');
    expect((await client.delete(`${path}/${shown.id}`)).status).toBe(204);
    expect((await client.get(path)).body).toEqual({ items: [] });
    expect((await client.delete(`${path}/${shown.id}`)).status).toBe(404);
  });

  it('leaves a trail', async () => {
    const shown = await add();
    publish(shown);
    await check(shown);
    await rotate(shown);
    const { body } = await client.get('/api/v1/audit');
    const trail = (body.items as { action: string; subjectId: string; details: object }[])
      .filter(({ subjectId }) => subjectId === shown.id)
      .map(({ action, details }) => [action, details]);
    expect(trail.sort()).toEqual([
      ['sending-domain.added', { domain }],
      ['sending-domain.rotated', { domain }],
      ['sending-domain.verified', { domain }],
    ]);
  });
});
