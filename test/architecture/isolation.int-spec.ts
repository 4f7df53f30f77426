import { anonymousClient, operatorClient } from '#lib/accounts/testing';
import type { TestAnswer, TestClient } from '#lib/accounts/testing';
import { newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { pinSecondWall } from '#platform/database/testing';
import { pathWith, readApi } from '#test/api-routes';
import type { Api, ApiRoute } from '#test/api-routes';
import { aBusyTenant } from '#test/busy-tenant';
import type { BusyTenant, Caller } from '#test/busy-tenant';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { openTables } from '#test/tables';
import type { Tables } from '#test/tables';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const callers: readonly Caller[] = ['owner', 'editor', 'viewer', 'API key'];

/** Fields whose meaning, not only their shape, must be right for a route to look for the id at all. */
const meaningful: Readonly<Record<string, unknown>> = {
  condition: { joined: 'before', value: '2030-01-01' },
  address: 'reader@example.jp',
  at: '2026-05-01T09:00:00+09:00',
};

/** Refused to every API key, whatever the id: a test mail goes to the member who asks for it. */
const forPeopleOnly = new Set([
  'POST /api/v1/campaigns/{campaignId}/test-sends',
  'POST /api/v1/inquiries/{inquiryId}/messages',
  'POST /api/v1/campaigns/{campaignId}/approvals/decide',
]);

const takesFile = 'POST /api/v1/newsletters/{newsletterId}/migration-lists'; // tried by itself below

let platform: CalendarPlatform;
let api: Api;
let tables: Tables;
let a: BusyTenant;
let b: BusyTenant;

beforeAll(async () => {
  platform = await startCalendarPlatform();
  api = readApi(platform.app);
  tables = await openTables(platform.databaseUrl);
  a = await aBusyTenant(platform, 'aoba');
  b = await aBusyTenant(platform, 'budou');
});

afterAll(async () => {
  await tables.close();
  await platform.stop();
});

const ofTenants = (): ApiRoute[] => api.routes.filter(({ access }) => access?.for === 'tenant');
/** A document of terms is the provider's and the same for all. */
const ofNobody = ['slug'];
const withIds = (): ApiRoute[] =>
  ofTenants().filter(
    ({ ids: [first], title }) =>
      first !== undefined && !ofNobody.includes(first) && title !== takesFile,
  );

const permissionFor = ({ access }: ApiRoute): string =>
  access && 'permission' in access ? access.permission : '';

const mayUse = (tenant: BusyTenant, caller: Caller, route: ApiRoute): boolean =>
  tenant.permissionsOf(caller).includes(permissionFor(route)) &&
  !(caller === 'API key' && forPeopleOnly.has(route.title));

const ask = (
  client: TestClient,
  route: ApiRoute,
  ids: Readonly<Record<string, string>>,
): Promise<TestAnswer> => {
  const path = pathWith(route, { number: '1', kind: 'join', ...ids });
  const headers = api.headersFor(route);
  if (route.method === 'get') return client.get(path, headers);
  const body = api.bodyFor(route, newId(platform.clock.now()));
  const right = Object.fromEntries(
    Object.entries(body ?? {}).map(([name, value]) => [name, meaningful[name] ?? value]),
  );
  return client[route.method](path, body && right, headers);
};

/** The ids of the tenant for one route, each in its turn. */
const idsFor = (tenant: BusyTenant, route: ApiRoute): Record<string, string>[] => {
  const [name = ''] = route.ids;
  const known = tenant.ids[name];
  if (!known) throw new Error(`No object of a tenant for ${route.title}`);
  return known.map((id) => ({ [name]: id }));
};

interface Finding {
  readonly route: string;
  readonly caller: string;
  readonly status: number;
}

/** Every route with ids, every caller of `by`, every id of `of`: what was not answered as for an id nobody has. */
const strayAnswers = async (
  by: BusyTenant,
  of: BusyTenant,
): Promise<{ asked: number; stray: Finding[] }> => {
  const stray: Finding[] = [];
  let asked = 0;
  for (const route of withIds())
    for (const caller of callers) {
      const status = mayUse(by, caller, route) ? 404 : 403;
      const client = by.callers[caller];
      const nobodys = { [route.ids[0] ?? '']: newId(platform.clock.now()) };
      const unknown = await ask(client, route, nobodys);
      for (const ids of idsFor(of, route)) {
        asked += 1;
        const answer = await ask(client, route, ids);
        const same = JSON.stringify(answer.body) === JSON.stringify(unknown.body);
        if (answer.status !== status || !same)
          stray.push({ route: route.title, caller, status: answer.status });
      }
    }
  return { asked, stray };
};

/** Routes without ids whose answer to the owner shows an id or the name of one of these tenants. */
const listsThatShow = async (by: BusyTenant, tenants: readonly BusyTenant[]): Promise<string[]> => {
  const lists = ofTenants().filter(({ method, ids }) => method === 'get' && ids.length === 0);
  const secrets = tenants.flatMap(({ ids, slug }) => [...Object.values(ids).flat(), slug]);
  const answers = await Promise.all(lists.map((route) => ask(by.callers.owner, route, {})));
  return lists
    .filter((_, i) => secrets.some((secret) => JSON.stringify(answers[i]?.body).includes(secret)))
    .map(({ title }) => title);
};

const told = (what: string, count: number): void => {
  process.stdout.write(`isolation: ${what}: ${count} requests\n`);
};

describe('the ids of one tenant', () => {
  it('lead its own people to what they name', async () => {
    const lost: string[] = [];
    for (const route of withIds().filter(({ method }) => method === 'get'))
      for (const ids of idsFor(a, route)) {
        const { status } = await ask(a.callers.owner, route, ids);
        if (status !== 200) lost.push(route.title);
      }
    expect(lost.sort()).toEqual([
      'GET /api/v1/campaigns/{campaignId}/unknown', // a draft
      'GET /api/v1/campaigns/{campaignId}/unknown', // a scheduled one: no mailing yet
      'GET /api/v1/newsletters/{newsletterId}/blank-mail/{kind}/qr-code', // no address was issued
      'GET /api/v1/newsletters/{newsletterId}/form/draft', // published: no draft
      'GET /api/v1/notices/{noticeId}/documents/{number}', // nothing went with it
    ]);
    expect(await listsThatShow(a, [a])).not.toEqual([]);
  });
});

describe('the ids of one tenant, asked for by the people and keys of another', () => {
  it('are answered on every route like ids nobody has, and nothing changes', async () => {
    const before = await tables.contents({ tenantId: a.tenantId });
    const { asked, stray } = await strayAnswers(b, a);
    told(`${withIds().length} routes × ${callers.length} callers`, asked);
    expect(stray).toEqual([]);
    expect(await tables.contents({ tenantId: a.tenantId })).toEqual(before);
  });

  it('name nothing for a file either', async () => {
    const upload = (newsletterId: string): Promise<Response> =>
      fetch(`${platform.url}/api/v1/newsletters/${newsletterId}/migration-lists`, {
        method: 'POST',
        headers: { Authorization: b.authorization, 'Content-Type': 'text/csv' },
        body: 'address,consent_date,consent_source\nx@example.jp,2026-01-01,店頭\n',
      });
    const [theirs = ''] = a.ids['newsletterId'] ?? [];
    const answers = await Promise.all([upload(theirs), upload(newId(platform.clock.now()))]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  it('name nothing in a body either', async () => {
    const { post } = b.callers.owner;
    const ours = b.ids['newsletterId'] ?? [];
    const naming = async (newsletterId: string, segmentId: string): Promise<unknown[]> => {
      const answers = await Promise.all([
        post('/api/v1/audience/count', { newsletterIds: [newsletterId] }),
        post('/api/v1/audience/count', { newsletterIds: ours, segmentId }),
        post('/api/v1/campaigns', { newsletterIds: [newsletterId] }),
        post('/api/v1/campaigns', { newsletterIds: ours, segmentId }),
      ]);
      return answers.map(({ body }) => body as unknown);
    };
    const [newsletterId = ''] = a.ids['newsletterId'] ?? [];
    const [segmentId = ''] = a.ids['segmentId'] ?? [];
    const nobodys = newId(platform.clock.now());
    const answers = await naming(newsletterId, segmentId);
    expect(answers).toEqual(await naming(nobodys, nobodys));
    expect(answers).toMatchObject([
      { code: 'campaign.unknown-newsletter' },
      { code: 'segment.not-found' },
      { code: 'campaign.unknown-newsletter' },
      { code: 'segment.not-found' },
    ]);
  });
});

describe('each wall by itself', () => {
  it('row-level security answers every id like one nobody has, and lists show nothing', async () => {
    const before = await tables.contents();
    const letGo = pinSecondWall(platform.get(Database), b.tenantId);
    try {
      const { asked, stray } = await strayAnswers(a, a);
      told('row-level security alone', asked);
      expect(stray).toEqual([]);
      expect(await listsThatShow(a, [a, b])).toEqual([]);
    } finally {
      letGo();
    }
    expect(await tables.contents()).toEqual(before);
  });

  it('so does the scope filter when row-level security is off', async () => {
    const before = await tables.contents({ tenantId: a.tenantId });
    const setWall = (how: 'ENABLE' | 'DISABLE'): Promise<unknown> =>
      tables.query(`DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT relname FROM pg_class WHERE relforcerowsecurity LOOP
          EXECUTE format('ALTER TABLE %I ${how} ROW LEVEL SECURITY', name);
        END LOOP; END $$`);
    await setWall('DISABLE');
    try {
      const { asked, stray } = await strayAnswers(b, a);
      told('scope filter alone', asked);
      expect(stray).toEqual([]);
      expect(await listsThatShow(b, [a])).toEqual([]);
    } finally {
      await setWall('ENABLE');
    }
    expect(await tables.contents({ tenantId: a.tenantId })).toEqual(before);
  });
});

describe('the wrong kind of caller', () => {
  const anyIds = (): Record<string, string> => {
    const names = api.routes.flatMap(({ ids }) => ids);
    return Object.fromEntries(names.map((name) => [name, a.ids[name]?.[0] ?? a.tenantId]));
  };

  const statuses = async (client: TestClient, routes: readonly ApiRoute[]): Promise<number[]> => {
    const all = new Set<number>();
    for (const route of routes) all.add((await ask(client, route, anyIds())).status);
    return [...all];
  };

  it('is refused: nobody signed in, on every route that is not public', async () => {
    const closed = api.routes.filter(({ access }) => access?.for !== 'public');
    const before = await tables.contents();
    told('without a session', closed.length);
    expect(await statuses(anonymousClient(platform.url), closed)).toEqual([401]);
    const forged = anonymousClient(platform.url, { Authorization: 'Bearer hk_forged' });
    expect(await statuses(forged, closed)).toEqual([401]);
    expect(await tables.contents()).toEqual(before);
  });

  it('is refused: operators of every role on the routes of tenants', async () => {
    for (const role of ['admin', 'billing', 'support'] as const)
      expect(await statuses(await operatorClient(platform, role), ofTenants())).toEqual([403]);
  });

  it('is refused: people and keys of tenants on the routes of operators', async () => {
    const routes = api.routes.filter(({ access }) => access?.for === 'operator');
    for (const caller of callers) expect(await statuses(a.callers[caller], routes)).toEqual([403]);
  });

  it('is refused: operators on routes of operators for which their role has no permission', async () => {
    for (const role of ['admin', 'billing', 'support'] as const) {
      const client = await operatorClient(platform, role);
      const { body } = await client.get('/api/v1/session');
      const { permissions } = body as { permissions: string[] };
      const routes = api.routes.filter(
        (route) =>
          route.access?.for === 'operator' && !permissions.includes(route.access.permission),
      );
      expect(await statuses(client, routes)).toEqual(role === 'admin' ? [] : [403]);
    }
  });

  it('is refused: an API key where only people may act', async () => {
    const routes = api.routes.filter(({ access }) => access?.for === 'signed-in');
    expect(await statuses(a.callers['API key'], routes)).toEqual([403]);
  });

  it('is refused: a session whose request does not come from a page of ours', async () => {
    const before = await tables.contents({ tenantId: a.tenantId });
    const found = new Set<unknown>();
    for (const route of ofTenants()) {
      if (route.method === 'get') continue;
      const path = pathWith(route, { number: '1', ...anyIds() });
      const answer = await a.callers.owner[route.method](path, {}, { 'X-CSRF-Token': 'forged' });
      found.add((answer.body as { code: string }).code);
    }
    expect([...found]).toEqual(['accounts.csrf-token-needed']);
    expect(await tables.contents({ tenantId: a.tenantId })).toEqual(before);
  });
});
