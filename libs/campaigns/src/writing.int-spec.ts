import { aMember, operatorClient } from '#lib/accounts/testing';
import type { TestAnswer, TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, campaignsParts } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let app: TestApp;
let sink: SmtpSink;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({ ...campaignsParts, clock, env: { SMTP_URL: sink.url } });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

interface Scene {
  readonly client: TestClient;
  readonly editor: TestClient;
  readonly newsletterId: string;
  readonly tenantId: string;
  readonly slug: string;
}

const scene = async (): Promise<Scene> => {
  const { tenantId, slug, client } = await activeTenant(app);
  const editor = await aMember(app, { tenantId, slug, role: 'editor' });
  const newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, 3);
  return { tenantId, slug, client, editor: editor.client, newsletterId };
};

const codes = (...answers: TestAnswer[]): unknown[] =>
  answers.map(({ status, body }) => body?.code ?? status);

const findings = async (client: TestClient, id: string, query = ''): Promise<string[]> =>
  (
    (await client.get(`/api/v1/campaigns/${id}/check${query}`)).body.findings as { code: string }[]
  ).map(({ code }) => code);

const mjml = (text: string): string =>
  `<mjml><mj-body><mj-section><mj-column>\n${text}\n</mj-column></mj-section></mj-body></mjml>`;

describe('a draft in MJML', () => {
  it('keeps its source, is compiled, and says line by line what is wrong with it', async () => {
    const { client, newsletterId } = await scene();
    const id = await aDraft(client, newsletterId, {
      html: undefined,
      mjml: mjml('<mj-text>{{ fields.name }} 様</mj-text>'),
    });
    const { body, headers } = await client.get(`/api/v1/campaigns/${id}`);
    expect([body.format, body.mjml, String(body.html).includes('{{ fields.name }} 様')]).toEqual([
      'mjml',
      mjml('<mj-text>{{ fields.name }} 様</mj-text>'),
      true,
    ]);
    const broken = await client.patch(
      `/api/v1/campaigns/${id}`,
      { mjml: mjml('<mj-tex>x</mj-tex>') },
      { 'If-Match': headers.get('etag') ?? '' },
    );
    expect([broken.status, await findings(client, id)]).toEqual([
      200,
      expect.arrayContaining(['mjml.broken']),
    ]);
    const { body: halfTyped } = await client.patch(
      `/api/v1/campaigns/${id}`,
      { mjml: '<mj' },
      { 'If-Match': broken.headers.get('etag') ?? '' },
    );
    expect([halfTyped.mjml, halfTyped.html]).toEqual(['<mj', null]);
  });

  it('is compiled for an editor, without reading any file', async () => {
    const { client } = await scene();
    const { body } = await client.post('/api/v1/mjml/compile', {
      mjml: mjml('<mj-text>あ</mj-text><mj-include path="/etc/passwd" />\n<mj-tex>い</mj-tex>'),
    });
    expect([
      String(body.html).includes('あ'),
      String(body.html).includes('root:'),
      body.problems,
    ]).toEqual([true, false, [{ line: 3, message: expect.stringContaining('mj-tex') }]]);
  });
});

describe('the check', () => {
  it('sees the same mail sent before, the full hour, bad links and elections', async () => {
    const { client, newsletterId } = await scene();
    const first = await aDraft(client, newsletterId);
    await client.post(`/api/v1/campaigns/${first}/send-now`);
    const id = await aDraft(client, newsletterId, {
      html: '<p><a href="/x">x</a> <a href="https://example.com/">y</a></p>',
    });
    const at = `?at=${encodeURIComponent('2026-04-02T09:00:00+09:00')}`;
    expect(await findings(client, id, at)).toEqual([
      'sender.domain-not-signed',
      'link.bad',
      'link.placeholder',
      'campaign.sent-before',
      'scheduledAt.full-hour',
    ]);
    const election = await aDraft(client, newsletterId, { subject: 'Re: 市長選挙のお願い' });
    expect(await findings(client, election)).toEqual([
      'subject.fake-reply',
      'category.election-words',
      'sender.domain-not-signed',
    ]);
  });
});

describe('where a second member has to approve', () => {
  const settings = '/api/v1/settings/campaigns';
  const strict = async (): Promise<Scene & { id: string; path: string }> => {
    const made = await scene();
    await made.client.put(settings, { approvalNeeded: true }, { 'If-Match': '"v0"' });
    const id = await aDraft(made.editor, made.newsletterId);
    return { ...made, id, path: `/api/v1/campaigns/${id}` };
  };

  it('nothing leaves before, and only what was approved leaves', async () => {
    const { client, editor, path } = await strict();
    expect(
      codes(
        await editor.post(`${path}/send-now`),
        await client.post(`${path}/approvals/decide`, { decision: 'approved' }),
        await editor.post(`${path}/approvals`, { note: '確認をお願いします' }),
        await editor.post(`${path}/approvals/decide`, { decision: 'approved' }),
        await client.post(`${path}/approvals/decide`, { decision: 'approved', reason: '良い' }),
      ),
    ).toEqual([
      'campaign.approval-needed',
      'campaign.no-approval-request',
      204,
      'campaign.own-approval',
      204,
    ]);
    expect((await client.get(`${path}/approvals`)).body).toEqual({
      approvalNeeded: true,
      reviewNeeded: false,
      items: [
        expect.objectContaining({
          by: 'member',
          recipients: 3,
          decision: 'approved',
          note: '確認をお願いします',
          reason: '良い',
          outdated: false,
        }),
      ],
    });
    const { headers } = await editor.get(path);
    await editor.patch(path, { subject: '変更' }, { 'If-Match': headers.get('etag') ?? '' });
    expect((await client.get(`${path}/approvals`)).body.items[0].outdated).toBe(true);
    expect(codes(await editor.post(`${path}/send-now`))).toEqual(['campaign.approval-needed']);
    clock.advance({ seconds: 1 });
    await editor.post(`${path}/approvals`, {});
    await client.post(`${path}/approvals/decide`, { decision: 'approved' });
    const sent = await editor.post(`${path}/send-now`);
    expect([sent.status, sent.body.status]).toEqual([200, 'sending']);
  });

  it('a refusal, a change after the request and many more readers keep it back', async () => {
    const { client, editor, path, tenantId, newsletterId } = await strict();
    await editor.post(`${path}/approvals`, {});
    await client.post(`${path}/approvals/decide`, { decision: 'rejected', reason: '価格' });
    expect(codes(await editor.post(`${path}/send-now`))).toEqual(['campaign.approval-needed']);
    clock.advance({ seconds: 1 });
    await editor.post(`${path}/approvals`, {});
    const { headers } = await editor.get(path);
    await editor.patch(path, { subject: '変更' }, { 'If-Match': headers.get('etag') ?? '' });
    expect(codes(await client.post(`${path}/approvals/decide`, { decision: 'approved' }))).toEqual([
      'campaign.outdated-request',
    ]);
    await editor.post(`${path}/approvals`, {});
    await client.post(`${path}/approvals/decide`, { decision: 'approved' });
    const more = Array.from({ length: 11 }, (_, i) => `more${i}@reader.example.jp`);
    await someSubscribers(app, tenantId, newsletterId, more);
    expect(codes(await editor.post(`${path}/send-now`))).toEqual(['campaign.approval-needed']);
  });

  it('the setting has a version', async () => {
    const { client } = await strict();
    expect(
      codes(await client.put(settings, { approvalNeeded: false }, { 'If-Match': '"v0"' })),
    ).toEqual(['request.version-changed']);
    expect((await client.get(settings)).body).toEqual({ approvalNeeded: true });
  });
});

describe('a mail about an election', () => {
  it('waits for an operator, who sees exactly what would leave', async () => {
    const { client, tenantId, newsletterId } = await scene();
    const id = await aDraft(client, newsletterId, { category: 'election' });
    const path = `/api/v1/campaigns/${id}`;
    const review = `/api/v1/operator/tenants/${tenantId}/campaign-reviews/${id}`;
    const admin = await operatorClient(app);
    expect(codes(await client.post(`${path}/send-now`), await admin.get(review))).toEqual([
      'campaign.review-needed',
      'campaign.no-approval-request',
    ]);
    await client.post(`${path}/approvals`, { by: 'operator', note: '選挙' });
    const { items } = (await admin.get('/api/v1/operator/campaign-reviews')).body as {
      items: { campaignId: string }[];
    };
    expect(items.map(({ campaignId }) => campaignId)).toEqual([id]);
    expect((await admin.get(review)).body).toMatchObject({ subject: '春のお知らせ' });
    expect(
      codes(
        await admin.post(`${review}/decide`, { decision: 'approved' }),
        await client.post(`${path}/send-now`),
      ),
    ).toEqual([204, 200]);
  });
});

describe('a reported leak', () => {
  it('holds what would leave until it is lifted', async () => {
    const { client, tenantId, newsletterId } = await scene();
    const planned = await aDraft(client, newsletterId);
    const at = new Date(clock.now().getTime() + 3_600_000).toISOString();
    await client.post(`/api/v1/campaigns/${planned}/schedule`, { at });
    const admin = await operatorClient(app);
    await admin.post(`/api/v1/operator/tenants/${tenantId}/leak-reports`, { what: 'password' });
    await app.drain.runDue();
    clock.advance({ hours: 2 });
    await app.drain.runDue();
    const deeds = async (): Promise<string[]> => {
      const { body } = await admin.get(`/api/v1/operator/audit?subjectId=${planned}`);
      return (body.items as { action: string }[]).map(({ action }) => action);
    };
    expect((await deeds())[0]).toBe('campaign.held');
    await admin.post(`/api/v1/operator/tenants/${tenantId}/leak-reports/lift`);
    clock.advance({ seconds: 1 });
    await app.drain.runDue();
    expect(await deeds()).toContain('campaign.launched');
  });
});
