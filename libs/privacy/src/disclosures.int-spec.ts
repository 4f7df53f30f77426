import { operatorClient, registeredTenant } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { newId } from '#lib/kernel';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { privacyParts } from './testing.js';

let app: TestApp;
let first: TestClient;
let second: TestClient;
let tenantId: string;

beforeAll(async () => {
  app = await startApp(privacyParts);
  first = await operatorClient(app);
  second = await operatorClient(app);
  ({ tenantId } = await registeredTenant(app));
});

afterAll(() => app.stop());

const log = '/api/v1/operator/disclosures';
const registry = '/api/v1/operator/processors';

const aRequest = (changes: object = {}): object => ({
  recipient: '東京地方裁判所',
  recipientKind: 'authority',
  basis: 'LAW',
  ground: '令和8年(ワ)第123号 調査嘱託',
  classes: ['B'],
  what: 'ご契約者の住所',
  persons: 1,
  tenantIds: [tenantId],
  ...changes,
});

const entered = async (body: object): Promise<string> => {
  const answer = await first.post(log, body);
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
};

const entryOf = async (id: string): Promise<unknown> => {
  const { body } = await first.get(`${log}?tenantId=${tenantId}&limit=200`);
  return (body as { items: { id: string }[] }).items.find((entry) => entry.id === id);
};

describe('what an authority asks for', () => {
  it('is given after a second person agreed', async () => {
    const id = await entered(aRequest());
    const proposed = {
      ...aRequest(),
      ...{ id, at: '2026-04-01T00:00:00.000Z', source: null, state: 'proposed' },
      ...{ enteredBy: expect.any(String), decidedBy: null, decidedAt: null },
    };
    expect(await entryOf(id)).toEqual(proposed);
    const own = await first.post(`${log}/${id}/decide`, { decision: 'given' });
    expect([own.status, own.body.code]).toEqual([403, 'privacy.second-person-needed']);
    expect((await second.post(`${log}/${id}/decide`, { decision: 'given' })).status).toBe(204);
    expect(await entryOf(id)).toEqual({
      ...proposed,
      ...{ state: 'given', decidedBy: expect.any(String), decidedAt: proposed.at },
    });
    const again = await second.post(`${log}/${id}/decide`, { decision: 'declined' });
    expect([again.status, again.body.code]).toEqual([409, 'privacy.disclosure-decided']);
  });

  it('may be declined, and is asked for by nobody else', async () => {
    const id = await entered(aRequest());
    expect((await second.post(`${log}/${id}/decide`, { decision: 'declined' })).status).toBe(204);
    expect(await entryOf(id)).toMatchObject({ state: 'declined' });
    const path = `${log}/${newId(new Date(0))}/decide`;
    expect((await second.post(path, { decision: 'given' })).body.code).toBe(
      'privacy.no-disclosure',
    );
  });
});

describe('what is given to others by hand', () => {
  it('counts at once', async () => {
    const id = await entered(aRequest({ recipientKind: 'processor', basis: 'PROCESSOR' }));
    expect(await entryOf(id)).toMatchObject({ state: 'given', decidedBy: null });
  });

  it.each([
    ['another basis', { basis: 'CURIOSITY' }],
    ['another class', { classes: ['X'] }],
    ['no ground', { ground: '' }],
  ])('is refused with %s', async (_, changes) => {
    expect((await first.post(log, aRequest(changes))).status).toBe(422);
  });
});

it('of a tenant that is not there is refused', async () => {
  const { body } = await first.post(log, aRequest({ tenantIds: [newId(new Date(0))] }));
  expect(body.code).toBe('accounts.tenant-not-found');
});

describe('a processor', () => {
  const host = {
    name: '株式会社サンプルホスト',
    service: 'サーバーの運用',
    country: 'JP',
    classes: ['A', 'B'],
    safeguards: '暗号化、鍵は別の場所で保管',
    redelegation: '書面による事前の承諾',
    since: '2026-04-01',
    until: null,
    auditedOn: null,
  };

  it('is entered, and ends one day', async () => {
    const { body } = await first.post(registry, host);
    const { id } = body as { id: string };
    const ended = { ...host, until: '2027-03-31', auditedOn: '2026-10-01' };
    expect((await second.put(`${registry}/${id}`, ended)).status).toBe(204);
    expect((await first.get(registry)).body).toEqual({ items: [{ ...ended, id }] });
  });

  it.each([
    ['a day that is none', { since: '2026-02-30' }],
    ['an end before the beginning', { until: '2026-03-31' }],
  ])('is refused with %s', async (_, changes) => {
    expect((await first.post(registry, { ...host, ...changes })).body.code).toBe(
      'privacy.bad-days',
    );
  });

  it('is changed only when it is there', async () => {
    const { body } = await first.put(`${registry}/${newId(new Date(0))}`, host);
    expect(body.code).toBe('privacy.no-processor');
  });
});
