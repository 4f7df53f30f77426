import { activeTenant } from '#lib/contracts/testing';
import { encodeCursor } from '#platform/http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { bouncesParts } from '../testing.js';

let app: TestApp;
let client: Awaited<ReturnType<typeof activeTenant>>['client'];

beforeAll(async () => {
  app = await startApp(bouncesParts);
  ({ client } = await activeTenant(app));
});

afterAll(() => app.stop());

describe('bad questions', () => {
  it.each([
    ['summary?from=yesterday', 'request.invalid'],
    ['summary?from=2026-04-02T00:00:00Z&to=2026-04-01T00:00:00Z', 'bounces.bad-period'],
    ['summary?from=2020-01-01T00:00:00Z&to=2026-04-01T00:00:00Z', 'bounces.bad-period'],
    ['summary?where=here', 'request.invalid'],
    ['?reason=bad-luck', 'request.invalid'],
    ['?campaignId=x', 'request.invalid'],
    ['by-campaign', 'request.invalid'],
    ['?cursor=x', 'request.bad-cursor'],
    [
      `?cursor=${encodeCursor({ sort: 'yesterday', id: '01890000-0000-7000-8000-000000000000' })}`,
      'request.bad-cursor',
    ],
    ['removals?cursor=x', 'request.bad-cursor'],
    ['removals?cursor=WyJhIiwiYiJd', 'request.bad-cursor'],
    ['removals?limit=0', 'request.invalid'],
  ])('%s: %s', async (path, code) => {
    const { status, body } = await client.get(`/api/v1/bounces/${path}`);
    expect({ status, body }).toMatchObject({ status: 422, body: { code } });
  });
});
