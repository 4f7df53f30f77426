import { anonymousClient, operatorClient, registeredTenant } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { MovableClock } from '#lib/kernel';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { supportParts } from './testing.js';

// A Friday; Monday to Wednesday are holidays (Silver Week).
const clock = new MovableClock('2026-09-18T16:00:00+09:00');
let app: TestApp;
let sink: SmtpSink;
let operator: TestClient;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({ ...supportParts, clock, env: { SMTP_URL: sink.url } });
  operator = await operatorClient(app);
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

const inquiries = '/api/v1/operator/inquiries';
const subjects = async (state: string): Promise<string[]> =>
  (
    (await operator.get(`${inquiries}?state=${state}`)).body as { items: { subject: string }[] }
  ).items.map(({ subject }) => subject);

const question = { subject: '請求書の宛名', text: '宛名を変えたい。', box: 'support' };

describe('a question of a member', () => {
  it('is promised an answer in open hours, answered by mail, and goes on', async () => {
    const { client, email } = await registeredTenant(app);
    const asked = await client.post('/api/v1/inquiries', { ...question, isComplaint: false });
    expect([asked.status, asked.body]).toMatchObject([201, { dueAt: '2026-09-24T07:00:00.000Z' }]);
    const { id } = asked.body as { id: string };
    expect(await subjects('overdue')).toEqual([]);
    clock.set('2026-09-24T16:00:00+09:00');
    expect(await subjects('overdue')).toEqual([question.subject]);

    const text = '設定の「契約」から変更できます。';
    expect((await operator.post(`${inquiries}/${id}/answer`, { text })).status).toBe(200);
    await app.drain.runDue();
    expect(sink.mails.filter(({ to }) => to === email)).toHaveLength(1);
    expect(await subjects('overdue')).toEqual([]);
    await operator.post(`${inquiries}/${id}/close`);
    const more = await client.post(`/api/v1/inquiries/${id}/messages`, { text: 'できました。' });
    expect(more.body).toMatchObject({
      closedAt: null,
      thread: [
        { by: 'operator', text },
        { by: 'member', text: 'できました。' },
      ],
    });
  });

  it('is seen by its own tenant only', async () => {
    const one = await registeredTenant(app);
    const other = await registeredTenant(app);
    const asked = await one.client.post('/api/v1/inquiries', { ...question, isComplaint: true });
    const { id } = asked.body as { id: string };
    const seen = await other.client.get(`/api/v1/inquiries/${id}`);
    expect([seen.status, seen.body.code]).toEqual([404, 'support.no-inquiry']);
    const said = await other.client.post(`/api/v1/inquiries/${id}/messages`, { text: 'x' });
    expect(said.status).toBe(404);
  });
});

describe('the desk', () => {
  it('says whether somebody answers, and closes on days of the company', async () => {
    const { client } = await registeredTenant(app);
    clock.set('2026-09-25T10:00:00+09:00');
    expect((await client.get('/api/v1/contact')).body).toMatchObject({ isOpen: true });
    const closing = { day: '2026-09-25', name: '創立記念日' };
    expect((await operator.put('/api/v1/operator/closing-days', closing)).status).toBe(200);
    expect((await client.get('/api/v1/contact')).body).toMatchObject({
      isOpen: false,
      opensAt: '2026-09-28T00:00:00.000Z',
      closingDays: [closing],
    });
    const page = await anonymousClient(app.url).get('/contact?lang=ja');
    expect(page.body).toContain('ただいま受付時間外です。');
    const bad = await operator.put('/api/v1/operator/closing-days', {
      ...closing,
      day: '2026-02-30',
    });
    expect([bad.status, bad.body.code]).toEqual([422, 'support.bad-day']);
    expect((await operator.delete('/api/v1/operator/closing-days/2026-09-25')).status).toBe(204);
  });
});

describe('a report of unwanted mail', () => {
  const report = (body: Record<string, string>): Promise<Response> =>
    fetch(`${app.url}/report?lang=ja`, { method: 'POST', body: new URLSearchParams(body) });

  it('reaches the people of the provider without JavaScript, from one place a few times only', async () => {
    const { slug, tenantId } = await registeredTenant(app, { name: '悪い商店' });
    const page = await anonymousClient(app.url).get(`/report?sender=${slug}&lang=ja`);
    expect(page.body).toContain('悪い商店');
    const form = { sender: slug, text: '登録していません', email: '', website: '' };
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push((await report(form)).status);
    expect(answers).toEqual([200, 200, 200, 200, 200, 429]);
    const list = (await operator.get(`${inquiries}?state=open`)).body as { items: object[] };
    expect(list.items[0]).toMatchObject({ tenantId, box: 'abuse', channel: 'form' });
  });

  it('goes on to the tenant in the operator’s words, with the address only when the reader agreed', async () => {
    clock.advance({ hours: 2 }); // the budget of an hour is not what is looked at here
    const { slug, client } = await registeredTenant(app);
    const email = 'reader@example.net';
    const form = { sender: slug, text: '止めてほしい', email, website: '' };
    const forward = async (share: object, words: object): Promise<unknown> => {
      clock.advance({ minutes: 1 });
      await report({ ...form, ...share });
      const list = (await operator.get(`${inquiries}?state=open`)).body as {
        items: { id: string }[];
      };
      const answer = await operator.post(`${inquiries}/${list.items[0]?.id}/forward`, words);
      return answer.status === 200 ? 'forwarded' : answer.body.code;
    };
    const text = '配信を止めてほしいとのことです。';
    expect([
      await forward({}, { text, withAddress: true }),
      await forward({}, { text: `${email} から`, withAddress: false }),
      await forward({}, { text, withAddress: false }),
    ]).toEqual(['support.no-consent', 'support.no-consent', 'forwarded']);
    const inbox = async (): Promise<string> => {
      const { items } = (await client.get('/api/v1/notices')).body as { items: { id: string }[] };
      return JSON.stringify((await client.get(`/api/v1/notices/${items[0]?.id}`)).body);
    };
    expect(await inbox()).toContain('読者の連絡先はお伝えできません。');
    expect(await inbox()).not.toContain(email);
    expect(await forward({ share: 'yes' }, { text, withAddress: true })).toBe('forwarded');
    expect(await inbox()).toContain(email);
    clock.advance({ minutes: 1 });
    await client.post('/api/v1/inquiries', { ...question, isComplaint: true });
    const { items } = (await operator.get(`${inquiries}?state=open`)).body as {
      items: { id: string }[];
    };
    const own = await operator.post(`${inquiries}/${items[0]?.id}/forward`, {
      text,
      withAddress: false,
    });
    expect(own.body.code).toBe('support.nobodys-complaint');
  });

  it('becomes a case, and a warning that the tenant reads', async () => {
    const { tenantId, client, email } = await registeredTenant(app);
    const cases = '/api/v1/operator/abuse-cases';
    const summary = '同じ報告が10件';
    const opened = await operator.post(cases, { tenantId, code: 'P09', summary, inquiryId: null });
    expect(opened.status).toBe(201);
    const { id } = opened.body as { id: string };
    const none = await operator.post(cases, { tenantId, code: 'P20', summary, inquiryId: null });
    expect(none.status).toBe(422);
    const older = await operator.post(cases, { tenantId, code: 'P08', summary, inquiryId: null });
    const decision = { outcome: 'warned', reason: '登録の経路を確認してください。' };
    expect((await operator.post(`${cases}/${id}/decide`, decision)).status).toBe(204);
    const again = await operator.post(`${cases}/${id}/decide`, decision);
    expect(again.body.code).toBe('support.case-decided');
    const { decidedBy, ...file } = (await operator.get(`${cases}/${id}`)).body;
    expect(file).toMatchObject({
      ...{ id, tenantId, code: 'P09', summary, detector: null, ...decision },
      openedBy: decidedBy,
      others: [{ id: older.body.id, code: 'P08', outcome: null }],
    });
    expect(decidedBy).toEqual(expect.stringMatching(/\S/));
    expect((await operator.get(`${cases}/${tenantId}`)).body.code).toBe('support.no-case');
    await app.drain.runDue();
    expect(sink.mails.filter(({ to }) => to === email)).toHaveLength(1);
    expect((await client.get('/api/v1/inquiries')).status).toBe(200);
  });
});

describe('a promise that is about to end', () => {
  it('is told to those who answer an hour before and when it is over, each once', async () => {
    clock.set('2026-10-01T09:00:00+09:00');
    await app.drain.sweep();
    await app.drain.runDue();
    const { client } = await registeredTenant(app);
    await client.post('/api/v1/inquiries', { ...question, isComplaint: true }); // due at 14:00
    const alarms = async (at: string): Promise<number> => {
      clock.set(`2026-10-01T${at}+09:00`);
      const before = sink.mails.length;
      await app.drain.sweep();
      await app.drain.sweep();
      await app.drain.runDue();
      return sink.mails.length - before;
    };
    expect([
      await alarms('12:59:59.999'),
      await alarms('13:00:00.000'),
      await alarms('13:59:59.999'),
      await alarms('14:00:00.000'),
      await alarms('17:00:00.000'),
    ]).toEqual([0, 1, 0, 1, 0]);
  });
});

describe('a call', () => {
  it('is kept for six months, its recording only when it was announced', async () => {
    const call = {
      tenantId: null,
      direction: 'in',
      at: '2026-09-24T10:00:00+09:00',
      minutes: 5,
      person: '髙橋 様',
      phone: '03-0000-0000',
      summary: '料金の質問',
      recording: 'rec-1',
      inquiryId: null,
      announced: false,
    };
    const refused = await operator.post('/api/v1/operator/calls', call);
    expect(refused.body.code).toBe('support.recording-not-announced');
    const kept = await operator.post('/api/v1/operator/calls', { ...call, announced: true });
    expect(kept.status).toBe(201);
    const items = async (): Promise<object[]> =>
      ((await operator.get('/api/v1/operator/calls')).body as { items: object[] }).items;
    expect(await items()).toMatchObject([{ person: '髙橋 様', keepUntil: '2027-03-24' }]);
    clock.set('2027-03-25T00:00:00+09:00');
    await app.drain.sweep();
    expect(await items()).toEqual([]);
  });
});
