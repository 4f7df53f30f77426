import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { newId } from '#lib/kernel';
import { pathWith, readApi } from '#test/api-routes';
import type { Api, ApiRoute } from '#test/api-routes';
import { aBusyTenant } from '#test/busy-tenant';
import type { BusyTenant } from '#test/busy-tenant';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

let platform: CalendarPlatform;
let api: Api;
let tenant: BusyTenant;
let operator: TestClient;

beforeAll(async () => {
  platform = await startCalendarPlatform();
  api = readApi(platform.app);
  tenant = await aBusyTenant(platform, 'aoba');
  operator = await operatorClient(platform);
});

afterAll(() => platform.stop());

/** One id of the tenant for each placeholder; where it has none, an id that nobody has. */
const idsFor = ({ ids }: ApiRoute): Record<string, string> =>
  Object.fromEntries(
    ids.map((name) => [
      name,
      name === 'tenantId'
        ? tenant.tenantId
        : (tenant.ids[name]?.at(-1) ?? newId(platform.clock.now())),
    ]),
  );

/** Every GET of the API with its status and what it says about being kept. */
const answers = async (): Promise<{ title: string; status: number; kept: string | null }[]> => {
  const found = [];
  for (const route of api.routes.filter(({ method }) => method === 'get')) {
    const client = route.access?.for === 'operator' ? operator : tenant.callers.owner;
    const path = pathWith(route, { number: '1', kind: 'join', ...idsFor(route) });
    const { status, headers } = await client.get(path);
    found.push({ title: route.title, status, kept: headers.get('cache-control') });
  }
  return found;
};

it('nothing that the API answers may be kept by browsers or proxies', async () => {
  const found = await answers();
  const served = found.filter(({ status }) => status === 200);
  process.stdout.write(`caching: ${found.length} routes, ${served.length} answered with 200\n`);
  expect(served.length).toBeGreaterThan(100);
  expect(found.filter(({ kept }) => kept !== 'no-store')).toEqual([]);
});
