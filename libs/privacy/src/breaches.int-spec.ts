import { operatorClient, postedTo, registeredTenant } from '#lib/accounts/testing';
import { MovableClock } from '#lib/kernel';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { privacyParts } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let app: TestApp;
let sink: SmtpSink;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({ ...privacyParts, clock, env: { SMTP_URL: sink.url } });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

const desk = '/api/v1/operator/breaches';
const breach = {
  knownAt: '2026-03-31T10:00:00+09:00',
  summary: '保管中のファイルが外部から閲覧できる状態でした。',
  cause: null,
  measures: null,
  kind: 'OTHER',
  isMalicious: true,
  persons: 3,
  wasEncrypted: false,
};

it('a breach has deadlines, tells tenants numbers once, and keeps what was done when', async () => {
  const operator = await operatorClient(app);
  const [one, other] = [await registeredTenant(app), await registeredTenant(app)];
  const future = await operator.post(desk, { ...breach, knownAt: '2026-04-02T00:00:00+09:00' });
  expect([future.status, future.body.code]).toEqual([422, 'privacy.breach-in-future']);
  const { id } = (await operator.post(desk, breach)).body as { id: string };
  await operator.post(`${desk}/${id}/tenants`, { tenantId: one.tenantId, persons: 2 });
  for (let twice = 0; twice < 2; twice++)
    expect((await operator.post(`${desk}/${id}/tell`)).status).toBe(204);
  await operator.post(`${desk}/${id}/steps`, { step: 'first-report' });

  const { items } = (await operator.get(desk)).body as { items: unknown[] };
  expect(items).toEqual([
    expect.objectContaining({
      id,
      kinds: ['OTHER', 'MALICIOUS'],
      firstReportBy: '2026-04-05T01:00:00.000Z',
      fullReportBy: '2026-05-30T01:00:00.000Z',
      firstReportedAt: '2026-04-01T00:00:00.000Z',
      fullyReportedAt: null,
      tenants: [{ tenantId: one.tenantId, persons: 2, toldAt: '2026-04-01T00:00:00.000Z' }],
    }),
  ]);
  const inbox = async ({ client }: typeof one): Promise<string[]> =>
    ((await client.get('/api/v1/notices')).body as { items: { subject: string }[] }).items.map(
      ({ subject }) => subject,
    );
  expect(await inbox(one)).toEqual(['【重要】お預かりしている個人データの漏えい等について']);
  expect(await inbox(other)).toEqual([]);
  expect(await postedTo(app, one.email)).toHaveLength(1);
  const nobody = await operator.post(`${desk}/${one.tenantId}/tell`);
  expect([nobody.status, nobody.body.code]).toEqual([404, 'privacy.no-breach']);
});

it('deadlines of breaches and requests are told to the desk when they are near and when they are past, once each', async () => {
  const operator = await operatorClient(app);
  const { email } = (await operator.get('/api/v1/me')).body as { email: string };
  await operator.post(desk, { ...breach, knownAt: '2026-04-01T09:00:00+09:00' });
  await fetch(`${app.url}/privacy/request?lang=ja`, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ kind: 'DISCLOSURE', subject: 'contact', sender: '', name: '山田', details: '' },
      ...{ format: 'electronic', postalAddress: '', website: '', address: 'a@example.jp' },
    }),
  });
  const told = async (at: string): Promise<string[]> => {
    clock.set(at);
    const alarms = async (): Promise<string[]> =>
      (await postedTo(app, email))
        .filter(({ subject }) => subject.startsWith('個人情報の対応期限'))
        .map(({ text }) => text);
    const before = (await alarms()).length;
    await app.drain.sweep();
    await app.drain.sweep();
    return (await alarms()).slice(0, -before || undefined);
  };
  expect(await told('2026-04-04T08:59:59.999+09:00')).toEqual([]);
  expect(await told('2026-04-04T09:00:00+09:00')).toEqual([
    expect.stringContaining('【まもなく】2026年4月6日(月) 09:00 漏えい等の速報'),
  ]);
  expect(await told('2026-04-10T00:00:00+09:00')).toEqual([
    expect.stringContaining('【期限超過】2026年4月6日(月) 09:00 漏えい等の速報'),
  ]);
  expect(await told('2026-04-11T09:00:00+09:00')).toEqual([
    expect.stringContaining('【まもなく】2026年4月15日(水) 09:00 開示の請求'),
  ]);
  expect(await told('2026-04-15T09:00:00+09:00')).toEqual([
    expect.stringContaining('【期限超過】2026年4月15日(水) 09:00 開示の請求'),
  ]);
});
