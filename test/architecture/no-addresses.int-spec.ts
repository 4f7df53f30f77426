import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withSender } from '#lib/contracts/testing';
import { emailAddress } from '#lib/kernel';
import { Log } from '#platform/log';
import { recordLog } from '#platform/log/testing';
import { AddressSearch } from '#test/address-search';
import { readApi } from '#test/api-routes';
import type { ApiRoute } from '#test/api-routes';
import { aBusyTenant } from '#test/busy-tenant';
import type { BusyTenant } from '#test/busy-tenant';
import { bringReaders, knownAddresses, quotingRelay, readers } from '#test/known-readers';
import { MemberWalk, memberAsking } from '#test/member-walk';
import type { Asker } from '#test/member-walk';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { publicPages } from '#test/public-pages';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

let sink: SmtpSink;
let platform: CalendarPlatform;
let receiver: Server;
let log: ReturnType<typeof recordLog>;
let tenant: BusyTenant;
let askers: Asker[];
let walk: MemberWalk;
const delivered: string[] = [];
/** A member may see it: what is invited. Shows that the walk would have met an address. */
const canary = 'canary-8p1p@member.example.jp';
const search = new AddressSearch([...knownAddresses, canary]);

const startReceiver = async (): Promise<string> => {
  receiver = createServer((request, response) => {
    const parts = [`${request.url}\n${request.rawHeaders.join('\n')}\n`];
    request.on('data', (part: Buffer) => parts.push(part.toString()));
    request.on('end', () => {
      delivered.push(parts.join(''));
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
};

const events = [
  ...['campaign.launched', 'campaign.finished', 'campaign.held', 'contract.suspended'],
  ...['subscriber.joined', 'subscriber.left', 'subscriber.removed', 'contract.resumed'],
];

beforeAll(async () => {
  sink = await startSink({ act: quotingRelay });
  platform = await startCalendarPlatform('2026-04-01T09:00:00+09:00', {
    SMTP_URL: sink.url,
    WEBHOOKS_TO_PRIVATE_NETWORKS: 'true',
  });
  log = recordLog(platform.get(Log));
  const url = await startReceiver();
  tenant = await aBusyTenant(platform, 'aoba');
  const { owner } = tenant.callers;
  await withSender(platform, tenant.tenantId, 'tea-shop');
  await owner.delete(`/api/v1/settings/domains/${tenant.ids['domainId']?.[0] ?? ''}`); // so that campaigns leave
  await owner.post('/api/v1/webhooks', { url, events, isOn: true });
  const more = await bringReaders({ platform, sink, tenant });
  await owner.post('/api/v1/invitations', { email: canary, role: 'viewer' });
  const domain = await owner.post('/api/v1/settings/domains', { domain: 'aoba.example.jp' });
  const ids: Record<string, readonly string[]> = {
    ...tenant.ids,
    domainId: [(domain.body as { id: string }).id],
  };
  for (const [name, values] of Object.entries(more)) ids[name] = [...values, ...(ids[name] ?? [])];
  walk = new MemberWalk({
    platform,
    search,
    api: readApi(platform.app),
    ids: { ...ids, number: ['1'], kind: ['join', 'leave'] },
    meaningful: {
      condition: { field: 'note', op: 'contains', value: '連絡先' },
      address: readers.plain,
      at: '2026-06-01T09:00:00+09:00',
      signedBy: '山田 花子',
    },
    bodies: {
      'POST /api/v1/audience/count': Object.values(readers).map((value) => ({
        newsletterIds: ids['newsletterId'],
        condition: { field: 'note', op: 'contains', value },
      })),
      'POST /api/v1/newsletters/{newsletterId}/unsubscriptions': [
        { address: readers.short },
        { address: 'nobody-knows@example.jp' },
        { address: `${readers.short}@@` },
      ],
      'POST /api/v1/invitations': [{ email: 'guest@member.example.jp', role: 'viewer' }],
      'POST /api/v1/contract/change-requests': [
        { desiredMonth: '2029-08', courseCode: 'STANDARD' },
      ],
      'PUT /api/v1/webhooks/{endpointId}': [{ url, events, isOn: true }],
      'PUT /api/v1/segments/{segmentId}': [{ name: '全員', condition: null }],
      'POST /api/v1/campaigns/{campaignId}/preview': Array.from({ length: 10 }, (_, i) => ({
        reader: i,
      })),
    },
    files: {
      'text/csv': `address,consent_date,consent_source\n${readers.plain},,\n${readers.short},2025-10-01,${readers.tagged}`,
      'image/png': `no picture of ${readers.plain}`,
    },
  });
  askers = [
    ...(await Promise.all(
      (['viewer', 'editor', 'owner'] as const).map((role) => memberAsking(platform, tenant, role)),
    )),
    {
      name: 'API key',
      credentials: () => Promise.resolve({ Authorization: tenant.authorization }),
    },
    { name: 'nobody', credentials: () => Promise.resolve({}) },
  ];
});

afterAll(async () => {
  log.stop();
  await platform.stop();
  await sink.stop();
  receiver.close();
});

/** After these a member, or the whole tenant, is shut out. */
const endings = new Set([
  'POST /api/v1/leak-reports',
  'PUT /api/v1/session/password',
  'DELETE /api/v1/session',
  'DELETE /api/v1/sessions',
]);

const places = (of: readonly string[] = knownAddresses): string[] => [
  ...new Set(
    search.found
      .filter(({ address }) => of.includes(address))
      .map(({ place, form, address }) => `${place}: ${form} of ${address}`),
  ),
];

it('everything that a member can make the platform say holds no address of a reader', async () => {
  const { routes } = readApi(platform.app);
  const reads = routes.filter(({ method }) => method === 'get');
  const changes = routes.filter(({ method, title }) => method !== 'get' && !endings.has(title));
  const isRemoval = ({ method }: ApiRoute): boolean => method === 'delete';
  const forTenants = routes.filter(({ access }) => access?.for !== 'operator');
  for (const asker of askers) {
    await walk.reading(asker, reads);
    await walk.badly(asker, forTenants);
  }
  for (const asker of askers)
    await walk.well(
      asker,
      changes.filter((route) => !isRemoval(route)),
    );
  await platform.until('2026-04-24T09:00:00+09:00');
  for (const asker of askers) await walk.reading(asker, reads);
  for (const asker of askers) await walk.well(asker, changes.filter(isRemoval));
  for (const asker of askers)
    await walk.well(
      asker,
      routes.filter(({ title }) => endings.has(title)),
    );
  await platform.until('2026-04-25T09:00:00+09:00');
  for (const page of publicPages(tenant)) {
    const response = await fetch(platform.url + page, { headers: { Accept: 'text/html' } });
    search.in(page, new Uint8Array(await response.arrayBuffer()));
  }
  const done = routes.filter(
    ({ title, access }) =>
      access?.for === 'tenant' &&
      [...(walk.statuses.get(title) ?? [])].some((status) => status < 300),
  );
  process.stdout.write(
    `no addresses: ${walk.statuses.size} routes (${done.length} of tenants did what was asked), ${walk.requests} requests, ${search.bytes} bytes, ${places().length} found\n`,
  );
  expect(walk.statuses.size).toBe(routes.length);
  expect(done.length).toBeGreaterThan(90);
  expect(places([canary])).toContain(`owner GET /api/v1/invitations 200: plain of ${canary}`);
  expect(places()).toEqual([]);
});

it('nor does what it writes by itself: webhooks, mails to anybody else, log lines', () => {
  const people = new Set(knownAddresses.map((address) => emailAddress(address).toString()));
  const toOthers = sink.mails.filter(({ to }) => !people.has(to.replaceAll('"', '')));
  const before = search.bytes;
  for (const hook of delivered) search.in('webhook', hook);
  for (const { to, data } of toOthers) search.in(`mail to ${to}`, data);
  for (const line of log.lines) search.in('log', line);
  process.stdout.write(
    `no addresses: ${delivered.length} webhooks, ${toOthers.length} mails, ${log.lines.length} log lines, ${search.bytes - before} bytes\n`,
  );
  expect([delivered.length > 50, toOthers.length > 10, log.lines.length > 300]).toEqual([
    true,
    true,
    true,
  ]);
  expect(places()).toEqual([]);
});
