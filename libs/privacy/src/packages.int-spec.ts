import { anonymousClient, operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { IssueInitialInvoice } from '#lib/billing';
import { aBank, billedTenant, readyToInvoice } from '#lib/billing/testing';
import { aDraft, campaignsParts } from '#lib/campaigns/testing';
import { activeTenant, anApplication } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { pdfText } from '#test/pdf-text';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { forgottenTables } from './domain/register/not-in-packages.js';
import { register } from './domain/register/register.js';
import { PersonalDataSources } from './personal-data-source.js';
import { privacyParts } from './testing.js';

const clock = new MovableClock('2026-01-05T10:00:00+09:00');
let app: TestApp;
let sink: SmtpSink;
let operator: TestClient;

const both = <T>(...lists: readonly T[][]): T[] => [...new Set(lists.flat())];

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({
    modules: both(privacyParts.modules, campaignsParts.modules),
    jobs: both(privacyParts.jobs, campaignsParts.jobs),
    pages: both(privacyParts.pages, campaignsParts.pages),
    clock,
    env: { SMTP_URL: sink.url },
  });
  operator = await operatorClient(app);
  await readyToInvoice(app, '2026-01');
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

const desk = '/api/v1/operator/privacy-requests';

const send = (path: string, body: Record<string, string>): Promise<Response> =>
  fetch(`${app.url}${path}`, { method: 'POST', body: new URLSearchParams(body) });

const tokenMailedTo = async (address: string): Promise<string> => {
  await app.drain.runDue();
  const last = sink.mails.filter(({ to }) => to === address).at(-1);
  return /token=([\w-]+)/.exec((await simpleParser(last?.data ?? '')).text ?? '')?.[1] ?? '';
};

/** Asks for disclosure and has it granted; `prove` shows who is asking. */
const grantedTo = async (
  wish: { subject: string; sender: string; address: string },
  prove: (id: string) => Promise<unknown>,
): Promise<{ json: Record<string, object[]>; pdf: string }> => {
  await send('/privacy/request?lang=ja', {
    ...{ kind: 'DISCLOSURE', name: '山田', details: '', format: 'electronic' },
    ...{ postalAddress: '', website: '', ...wish },
  });
  const { items } = (await operator.get(`${desk}?state=open`)).body as { items: { id: string }[] };
  const id = items[0]?.id ?? '';
  await prove(id);
  await operator.post(`${desk}/${id}/decide`, { outcome: 'fulfil', reason: null });
  const token = await tokenMailedTo(wish.address);
  const as = (form: string): Promise<Response> => send('/privacy/answer', { token, as: form });

  const { sections } = (await (await as('json')).json()) as {
    sections: { title: string; records: object[] }[];
  };
  const pdf = pdfText(Buffer.from(await (await as('pdf')).arrayBuffer())).join('\n');
  const given = (await operator.get('/api/v1/operator/disclosures?recipientKind=person')).body;
  expect(
    (given as { items: { source: string }[] }).items.filter((g) => g.source.endsWith(id)),
  ).toMatchObject([{ basis: 'LAW', persons: 1, source: `request:${id}`, state: 'given' }]);
  return {
    json: Object.fromEntries(sections.map(({ title, records }) => [title, records])),
    pdf,
  };
};

describe('the package of a reader', () => {
  it('holds the registration, the consent, and what was sent with its result', async () => {
    const { tenantId, slug, client } = await activeTenant(app);
    const reader = `reader@${slug}.example.jp`;
    const newsletterId = await aNewsletter(app, tenantId, { title: '旬の便り' });
    await someSubscribers(app, tenantId, newsletterId, [reader]);
    const campaign = await aDraft(client, newsletterId, { subject: '春の新茶' });
    await client.post(`/api/v1/campaigns/${campaign}/send-now`, {});
    await app.drain.runDue();
    const wish = { subject: 'subscriber', sender: slug, address: reader };
    const { json, pdf } = await grantedTo(wish, async () =>
      send('/privacy/confirm', { token: await tokenMailedTo(reader) }),
    );
    expect(json).toEqual({
      登録情報: [expect.objectContaining({ address: reader })],
      購読: [expect.objectContaining({ newsletter: '旬の便り' })],
      同意の記録: [expect.objectContaining({ method: expect.any(String) })],
      配信の記録: [
        {
          subject: '春の新茶',
          sentAt: clock.now().toISOString(),
          state: 'accepted',
          reply: expect.any(String),
          openedAt: null,
          clickedAt: null,
        },
      ],
      '不達・苦情の報告': [],
    });
    expect(pdf).toContain(`メールアドレス: ${reader}`);
    expect(pdf).toContain('件名: 春の新茶');
    expect(pdf).toContain('利用目的: メールマガジンの配信');
  });
});

describe('the package of a contact', () => {
  it('holds account, application, contract, invoices, payments, notices, inquiries and access', async () => {
    const tenant = await billedTenant(app, operator, await aBank(operator));
    const { email, client, slug } = tenant;
    const phone = '042-000-0000';
    const applicant = { kind: 'individual', name: '山田 花子', phone, pcEmail: email };
    await anonymousClient(app.url).post('/api/v1/applications', anApplication(applicant));
    const question = { subject: '料金', text: '教えてください。', box: 'support' };
    await client.post('/api/v1/inquiries', { ...question, isComplaint: false });
    const { json, pdf } = await grantedTo(
      { subject: 'contact', sender: slug, address: email },
      (id) => operator.post(`${desk}/${id}/identity`, { isProved: true, how: '運転免許証' }),
    );
    expect(json).toMatchObject({
      担当者としての登録: [{ email, role: 'owner' }],
      サインインの記録: [{ device: 'unknown' }],
      お申し込み: [{ name: '山田 花子', phone: '042-000-0000', pcEmail: email }],
      請求書: [{ totalYen: 16_500, name: 'テスト商店' }],
      'ご入金・返金': [{ day: '2026-01-05', kind: 'transfer', amountYen: 16_500 }],
      お問い合わせと通話: [{ subject: '料金' }],
    });
    expect(JSON.stringify(json['操作の記録'])).toContain('"action"');
    expect(pdf).toContain('合計（円）: 16500');
    expect(pdf).toContain('氏名・名称: 山田 花子');
    expect(pdf).not.toContain('nameKana');
  });

  it('holds no invoices when the person only writes the mails', async () => {
    const { tenantId, slug, client } = await activeTenant(app);
    await app.get(IssueInitialInvoice).execute({ tenantId });
    expect((await client.get('/api/v1/me')).status).toBe(200);
    const wish = { subject: 'contact', sender: slug, address: `nobody@${slug}.example.jp` };
    const { json } = await grantedTo(wish, (id) =>
      operator.post(`${desk}/${id}/identity`, { isProved: true, how: '名刺' }),
    );
    expect([json['請求書'], json['お申し込み']]).toEqual([undefined, []]);
  });
});

describe('the sources', () => {
  it('forget no registered table without a reason', () => {
    const disclosed = app.get(PersonalDataSources).all.flatMap(({ tables }) => tables);
    const registered = register.map(({ table }) => table);
    expect(forgottenTables(registered, disclosed)).toEqual([]);
    expect(forgottenTables([...registered, 'guests'], disclosed)).toEqual(['guests']);
  });
});
