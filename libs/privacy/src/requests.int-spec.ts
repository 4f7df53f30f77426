import { operatorClient, registeredTenant } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { Database } from '#platform/database';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { privacyParts } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let app: TestApp;
let sink: SmtpSink;
let operator: TestClient;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({ ...privacyParts, clock, env: { SMTP_URL: sink.url } });
  operator = await operatorClient(app);
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

const desk = '/api/v1/operator/privacy-requests';

interface Line {
  readonly id: string;
  readonly state: string;
}

const send = (path: string, body: Record<string, string>): Promise<Response> =>
  fetch(`${app.url}${path}?lang=en`, { method: 'POST', body: new URLSearchParams(body) });

const ask = async (wish: Record<string, string>): Promise<string> => {
  clock.advance({ hours: 2 }); // the budget of an hour is not what is looked at here
  const form = { kind: 'DISCLOSURE', subject: 'subscriber', sender: '', name: '山田', details: '' };
  const paper = { format: 'electronic', postalAddress: '', website: '' };
  const answer = await send('/privacy/request', { ...form, ...paper, ...wish });
  await app.drain.runDue();
  return `${answer.status} ${/<h1>(.*)<\/h1>/.exec(await answer.text())?.[1] ?? ''}`;
};

const newest = async (state = 'open'): Promise<Line | undefined> =>
  ((await operator.get(`${desk}?state=${state}`)).body as { items: Line[] }).items[0];

const lastMailTo = async (address: string): Promise<string> => {
  const last = sink.mails.filter(({ to }) => to === address).at(-1);
  return (await simpleParser(last?.data ?? '')).text ?? '';
};

const tokenMailedTo = async (address: string): Promise<string> =>
  /token=([\w-]+)/.exec(await lastMailTo(address))?.[1] ?? '';

const received = '200 We received your request';

describe('a reader', () => {
  it('proves the address, and gets what is held on it as JSON and PDF; the tenant learns a number', async () => {
    const { tenantId, slug, client } = await activeTenant(app);
    const reader = `reader@${slug}.example.jp`;
    await someSubscribers(app, tenantId, await aNewsletter(app, tenantId, { title: '旬の便り' }), [
      reader,
    ]);
    expect(await ask({ address: reader })).toBe(received);
    const { id, state } = (await newest()) ?? { id: '', state: '' };
    expect(state).toBe('identity_pending');
    const byHand = await operator.post(`${desk}/${id}/identity`, { isProved: true, how: 'x' });
    expect([byHand.status, byHand.body.code]).toEqual([409, 'privacy.token-only']);

    const token = await tokenMailedTo(reader);
    await fetch(`${app.url}/privacy/confirm?token=${token}`);
    expect((await newest())?.state).toBe('identity_pending'); // looking changes nothing
    expect((await send('/privacy/confirm', { token })).status).toBe(200);
    expect((await newest())?.state).toBe('in_review');
    expect(await (await send('/privacy/confirm', { token })).text()).toContain('does not work');

    const granted = await operator.post(`${desk}/${id}/decide`, {
      outcome: 'fulfil',
      reason: null,
    });
    expect(granted.status).toBe(204);
    await app.drain.runDue();
    const key = await tokenMailedTo(reader);
    const json = await send('/privacy/answer', { token: key, as: 'json' });
    const found = JSON.parse(await json.text()) as {
      sections: { title: string; records: Record<string, unknown>[] }[];
    };
    expect(found.sections.map(({ title, records }) => [title, records.length])).toEqual([
      ['Your registration', 1],
      ['Subscriptions', 1],
      ['Records of consent', 1],
      ['Mails sent to you', 0],
      ['Reports of mail systems', 0],
    ]);
    expect(found.sections[0]?.records[0]).toMatchObject({ address: reader });
    expect(found.sections[1]?.records[0]).toMatchObject({ newsletter: '旬の便り' });
    const pdf = Buffer.from(
      await (await send('/privacy/answer', { token: key, as: 'pdf' })).arrayBuffer(),
    );
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await (await send('/privacy/answer', { token, as: 'json' })).text()).toContain('<h1>');

    const inbox = JSON.stringify((await client.get('/api/v1/notices')).body);
    expect(inbox).toContain('個人情報に関するご請求を1件処理しました');
    expect(inbox + JSON.stringify((await operator.get(`${desk}/${id}`)).body)).not.toContain(
      reader,
    );
  });

  it('is answered the same when nobody knows the address, and nothing is written', async () => {
    const mails = sink.mails.length;
    const before = (await newest('all'))?.id;
    expect(await ask({ address: 'nobody@nowhere.example.jp' })).toBe(received);
    expect([sink.mails.length, (await newest('all'))?.id]).toEqual([mails, before]);
  });

  it('is erased after the answer when that was the wish', async () => {
    const { tenantId, slug } = await activeTenant(app);
    const reader = `gone@${slug}.example.jp`;
    await someSubscribers(app, tenantId, await aNewsletter(app, tenantId), [reader]);
    await ask({ address: reader, kind: 'DELETION', sender: slug });
    await send('/privacy/confirm', { token: await tokenMailedTo(reader) });
    const id = (await newest())?.id ?? '';
    await operator.post(`${desk}/${id}/decide`, { outcome: 'fulfil', reason: null });
    await app.drain.runDue();
    expect(await lastMailTo(reader)).toContain('We have done what you asked for.');
    const rows = await app
      .get(Database)
      .asSystem((tx) =>
        tx.query('SELECT address, fields FROM subscribers WHERE tenant_id = $1', [tenantId]),
      );
    expect(rows).toEqual([{ address: null, fields: null }]);
  });
});

describe('a contact of a tenant', () => {
  it('is identified by an operator, pays the fee, and is refused with a reason only', async () => {
    const { slug, email } = await registeredTenant(app);
    const fees = { purposeNoticeYen: 300, disclosureYen: 500 };
    expect((await operator.put('/api/v1/operator/privacy-fees', fees)).status).toBe(204);
    expect(await ask({ address: email, subject: 'contact', sender: slug })).toBe(received);
    await operator.put('/api/v1/operator/privacy-fees', { purposeNoticeYen: 0, disclosureYen: 0 });
    const id = (await newest())?.id ?? '';
    const decide = (outcome: string, reason: string | null) =>
      operator.post(`${desk}/${id}/decide`, { outcome, reason });
    expect((await decide('fulfil', null)).body.code).toBe('privacy.not-now');
    await operator.post(`${desk}/${id}/identity`, { isProved: true, how: '運転免許証' });
    expect(await newest()).toMatchObject({ state: 'fee_pending', feeYen: 500 });
    await operator.post(`${desk}/${id}/fee-paid`);
    expect((await decide('refuse', null)).body.code).toBe('privacy.needs-reason');
    expect((await decide('refuse', '第三者の権利を害するおそれがあるため')).status).toBe(204);
    await app.drain.runDue();
    expect(await lastMailTo(email)).toContain('第三者の権利を害するおそれがあるため');
    expect((await operator.post(`${desk}/${id}/close`)).status).toBe(204);
  });

  it('gets the account and the inquiries on paper', async () => {
    const { slug, email, client } = await registeredTenant(app);
    const question = { subject: '料金', text: '教えてください。', box: 'support' };
    await client.post('/api/v1/inquiries', { ...question, isComplaint: false });
    const wish = { address: email, subject: 'contact', sender: slug, format: 'paper' };
    expect(await ask(wish)).not.toBe(received);
    expect(await ask({ ...wish, postalAddress: '東京都立川市1-1' })).toBe(received);
    const id = (await newest())?.id ?? '';
    expect((await operator.get(`${desk}/${id}/package.pdf`)).status).toBe(409);
    await operator.post(`${desk}/${id}/identity`, { isProved: true, how: '名刺と電話' });
    expect((await operator.get(`${desk}/${id}/package.pdf`)).status).toBe(200);
    clock.advance({ days: 11 });
    expect((await newest('due-soon'))?.id).toBe(id);
    expect((await newest('overdue'))?.id).not.toBe(id);
    clock.advance({ days: 4 });
    expect((await newest('overdue'))?.id).toBe(id);
  });

  it('is not waited for without end', async () => {
    await ask({ address: 'late@example.jp', subject: 'contact' });
    const id = (await newest())?.id ?? '';
    clock.advance({ days: 31 });
    await app.drain.sweep();
    expect((await operator.get(`${desk}/${id}`)).body).toMatchObject({ state: 'expired' });
  });
});
