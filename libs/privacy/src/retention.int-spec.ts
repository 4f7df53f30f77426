import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { FindPerson, Unsubscribe } from '#lib/subscribers';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { openTables } from '#test/tables';
import type { Tables } from '#test/tables';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { breakErasures, endedTenant, privacyParts } from './testing.js';

let clock: MovableClock;
let app: TestApp;
let sink: SmtpSink;
let tables: Tables;
let operator: TestClient;

beforeEach(async () => {
  clock = new MovableClock('2026-04-01T09:00:00+09:00');
  sink = await startSink();
  app = await startApp({ ...privacyParts, clock, env: { SMTP_URL: sink.url } });
  tables = await openTables(app.databaseUrl);
  operator = await operatorClient(app);
});

afterEach(async () => {
  await tables.close();
  await app.stop();
  await sink.stop();
});

const api = '/api/v1/operator';

const until = async (instant: string): Promise<void> => {
  clock.set(instant);
  await app.drain.runDue();
  await app.drain.sweep();
};

interface Certificate {
  readonly id: string;
  readonly no: number;
  readonly day: string;
  readonly class: string;
  readonly lines: readonly { readonly rule: string; readonly count: number }[];
  readonly isGenuine: boolean;
}

const certificates = async (tenantId: TenantId): Promise<Certificate[]> =>
  (
    (await operator.get(`${api}/erasure-certificates?tenantId=${tenantId}`)).body as {
      items: Certificate[];
    }
  ).items;

/** `day class rule count`, the oldest certificate first. */
const certified = async (tenantId: TenantId): Promise<string[]> =>
  (await certificates(tenantId))
    .reverse()
    .flatMap(({ day, class: each, lines }) =>
      lines.map(({ rule, count }) => `${day} ${each} ${rule} ${count}`),
    );

const personOf = (tenantId: TenantId, address: string): Promise<string | undefined> =>
  app.get(Database).inTenant(tenantId, (tx) => app.get(FindPerson).within(tx, tenantId, address));

describe('a reader who leaves', () => {
  it('is erased seven days later and certified; the proof of consent goes a month after the last mail', async () => {
    const { tenantId } = await activeTenant(app);
    const newsletterId = await aNewsletter(app, tenantId);
    await someSubscribers(app, tenantId, newsletterId, ['ume@example.jp', 'kiku@example.jp']);
    const proofs = async (address: string): Promise<unknown[]> =>
      (
        (await operator.post(`${api}/tenants/${tenantId}/consent-proofs`, { address })).body as {
          items: unknown[];
        }
      ).items;
    const subscriberId = (await personOf(tenantId, 'ume@example.jp')) ?? '';
    await app
      .get(Database)
      .inTenant(tenantId, (tx) =>
        app.get(Unsubscribe).within(tx, tenantId, { subscriberId, newsletterId, campaignId: null }),
      );
    await until('2026-04-08T12:00:00+09:00');
    expect(await personOf(tenantId, 'ume@example.jp')).toBeUndefined();
    await until('2026-04-09T02:00:00+09:00');
    expect(await certified(tenantId)).toEqual(['2026-04-09 A readers-during-contract 1']);

    await until('2026-05-01T23:59:59.999+09:00');
    expect([await proofs('ume@example.jp'), await proofs('kiku@example.jp')]).toEqual([
      [expect.objectContaining({ keepUntil: '2026-05-01' })],
      [expect.objectContaining({ keepUntil: null })],
    ]);
    await until('2026-05-02T02:00:00+09:00');
    expect([await proofs('ume@example.jp'), await proofs('kiku@example.jp')]).toEqual([
      [],
      [expect.objectContaining({ keepUntil: null })],
    ]);
    expect((await certified(tenantId)).at(-1)).toBe('2026-05-02 E consent_records 1');
    const asked = await tables.query(
      `SELECT details FROM audit_trail WHERE action = 'consent-proof.looked-up' ORDER BY at`,
    );
    expect(asked).toHaveLength(4);
    expect(JSON.stringify(asked)).not.toContain('example');
  });

  it('leaves a proof for three years where the tenant sells by mail', async () => {
    const { tenantId } = await activeTenant(app);
    const newsletterId = await aNewsletter(app, tenantId);
    await someSubscribers(app, tenantId, newsletterId, ['ume@example.jp']);
    const subscriberId = (await personOf(tenantId, 'ume@example.jp')) ?? '';
    await app
      .get(Database)
      .inTenant(tenantId, (tx) =>
        app.get(Unsubscribe).within(tx, tenantId, { subscriberId, newsletterId, campaignId: null }),
      );
    await until('2026-04-09T02:00:00+09:00');
    const term = { term: 'three-years', reason: '通信販売' };
    const path = `${api}/tenants/${tenantId}/consent-term`;
    expect((await operator.put(path, term)).status).toBe(204);
    await until('2026-05-02T02:00:00+09:00');
    const kept = await tables.query('SELECT keep_until::text AS day FROM consent_records');
    expect(kept).toEqual([{ day: '2029-04-01' }]);
  });
});

describe('a reader who asks for erasure', () => {
  const send = (path: string, body: Record<string, string>): Promise<Response> =>
    fetch(`${app.url}${path}?lang=en`, { method: 'POST', body: new URLSearchParams(body) });

  const askedBy = async (address: string): Promise<string> => {
    const form = { kind: 'DELETION', subject: 'subscriber', sender: '', name: '山田', details: '' };
    const paper = { format: 'electronic', postalAddress: '', website: '' };
    await send('/privacy/request', { ...form, ...paper, address });
    await app.drain.runDue();
    const mail = (await simpleParser(sink.mails.at(-1)?.data ?? '')).text ?? '';
    await send('/privacy/confirm', { token: /token=([\w-]+)/.exec(mail)?.[1] ?? '' });
    const { items } = (await operator.get(`${api}/privacy-requests`)).body as {
      items: { id: string }[];
    };
    return items[0]?.id ?? '';
  };

  it('stays under a hold on the request until another operator agrees; then goes at once, and is certified', async () => {
    const { tenantId } = await activeTenant(app);
    const newsletterId = await aNewsletter(app, tenantId);
    await someSubscribers(app, tenantId, newsletterId, ['ume@example.jp']);
    const requestId = await askedBy('ume@example.jp');
    const hold = { tenantId: null, requestId, reason: '捜査機関の要請' };
    const { id } = (await operator.post(`${api}/legal-holds`, hold)).body as { id: string };
    const again = await operator.post(`${api}/legal-holds`, hold);
    expect([again.status, again.body.code]).toEqual([409, 'privacy.already-held']);
    const request = `${api}/privacy-requests/${requestId}`;
    await operator.post(`${request}/decide`, { outcome: 'fulfil', reason: null });
    await app.drain.runDue();
    expect(await personOf(tenantId, 'ume@example.jp')).toBeDefined();
    expect((await operator.post(`${request}/close`)).body.code).toBe('privacy.request-held');

    await operator.post(`${api}/legal-holds/${id}/ask-lift`, { reason: '捜査の終了' });
    const other = await operatorClient(app);
    expect((await other.post(`${api}/legal-holds/${id}/lift`)).status).toBe(204);
    expect(await personOf(tenantId, 'ume@example.jp')).toBeUndefined();
    expect((await other.post(`${api}/legal-holds/${id}/lift`)).body.code).toBe(
      'privacy.hold-lifted',
    );
    expect((await operator.post(`${request}/close`)).status).toBe(204);
    await until('2026-04-02T02:00:00+09:00');
    expect(await certified(tenantId)).toEqual([
      '2026-04-01 A readers-on-request 1',
      '2026-04-02 A readers-during-contract 1',
    ]);
  });

  it('needs one thing to hold, and a reason', async () => {
    const { tenantId } = await activeTenant(app);
    const set = (body: object): Promise<{ status: number; body: { code: string } }> =>
      operator.post(`${api}/legal-holds`, body);
    const reason = '訴訟';
    const answers = [
      await set({ tenantId: null, requestId: null, reason }),
      await set({ tenantId, requestId: tenantId, reason }),
      await set({ tenantId: null, requestId: tenantId, reason }),
      await set({ tenantId, requestId: null, reason: '' }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'privacy.hold-subject'],
      [422, 'privacy.hold-subject'],
      [404, 'privacy.no-request'],
      [422, 'request.invalid'],
    ]);
  });
});

describe('the run of a night', () => {
  it('that breaks off goes on where it stopped, and counts nothing twice', async () => {
    const tenantId = await endedTenant(app, tables);
    const mend = await breakErasures(tables);
    await expect(until('2026-05-05T02:00:00+09:00')).rejects.toThrow('2026-05-05');
    const half = await certified(tenantId);
    expect(half).toContain('2026-05-05 A subscribers 3');
    expect(half.join()).not.toContain('tenant-key');
    const state = `SELECT stage FROM contracts WHERE tenant_id = '${tenantId}'`;
    expect(await tables.query(state)).toEqual([{ stage: 'terminated' }]);

    await mend();
    await until('2026-05-05T02:10:00+09:00');
    expect((await certified(tenantId)).slice(half.length)).toEqual([
      '2026-05-05 A form_versions 1',
      '2026-05-05 A newsletters 1',
      '2026-05-05 A tenant-key 1',
    ]);
    expect(await tables.query(state)).toEqual([{ stage: 'data-erased' }]);

    await until('2026-05-05T03:00:00+09:00');
    const runs = 'SELECT day::text, finished_at IS NOT NULL AS done FROM erasure_runs';
    expect(await tables.query(runs)).toEqual([{ day: '2026-05-05', done: true }]);
  });

  it('leaves certificates that show when somebody altered or removed one', async () => {
    const tenantId = await endedTenant(app, tables);
    await until('2026-05-05T02:00:00+09:00');
    const chain = async (): Promise<unknown> => (await operator.get(`${api}/erasure-chain`)).body;
    const [first] = (await certificates(tenantId)).reverse();
    expect(await chain()).toMatchObject({ broken: [] });
    expect(first).toMatchObject({ no: 1, isGenuine: true });

    await tables.query(`UPDATE erasure_certificates SET class = 'B' WHERE no = 1`);
    expect(await chain()).toMatchObject({ broken: [{ no: 1 }] });
    const path = `${api}/erasure-certificates/${first?.id}`;
    expect((await operator.get(path)).body).toMatchObject({ isGenuine: false });
    await tables.query('DELETE FROM erasure_certificates WHERE no = 1');
    expect(await chain()).toMatchObject({ broken: [{ no: 2 }] });
    expect((await operator.get(path)).body.code).toBe('privacy.no-certificate');
  });

  it('takes what has its own age, and tells before how much that is', async () => {
    const { tenantId } = await activeTenant(app);
    await tables.query(
      `INSERT INTO sign_in_attempts (bucket, at) VALUES ('\\x01', '2025-10-01T14:59:59.999Z'), ('\\x02', '2025-10-01T15:00:00Z')`,
    );
    clock.set('2026-04-02T01:00:00+09:00');
    const due = (await operator.get(`${api}/erasures/by-age`)).body as { items: unknown[] };
    expect(due.items).toContainEqual({ table: 'sign_in_attempts', class: 'A2', rows: 1 });
    await until('2026-04-02T02:00:00+09:00');
    const left = (await operator.get(`${api}/erasures/by-age`)).body as { items: unknown[] };
    expect(left.items).toEqual([]);
    expect(await certified(tenantId)).toEqual([]);
  });
});

it('the matrix says of each class what starts its clock, how long it is kept, how it ends, and where', async () => {
  const { items } = (await operator.get(`${api}/retention-matrix`)).body as {
    items: { class: string; from: string; period: string; ending: string; tables: string[] }[];
  };
  expect(
    items.map(({ class: each, from, period, ending }) => [each, from, period, ending]),
  ).toEqual([
    ['A', 'contract-end', 'P7D', 'delete-and-destroy-key'],
    ['A2', 'record', 'P6M', 'delete'],
    ['E', 'last-mail', 'P1M', 'delete'],
    ['B', 'contract-end', 'P6M', 'delete-and-blank'],
    ['C', 'fiscal-year-end', 'P122M', 'keep'],
    ['S', 'contract-end', 'P7D', 'delete-and-destroy-key'],
  ]);
  expect(items[0]?.tables).toContain('subscribers');
});
