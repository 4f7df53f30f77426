import { aMember } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, campaignsParts } from './testing.js';

let sink: SmtpSink;
let app: TestApp;
let tenant: Awaited<ReturnType<typeof activeTenant>>;
let client: TestClient;
let newsletterId: string;

const campaigns = '/api/v1/campaigns';

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({ ...campaignsParts, env: { SMTP_URL: sink.url } });
  tenant = await activeTenant(app, { slug: 'review' });
  client = tenant.client;
  newsletterId = await aNewsletter(app, tenant.tenantId, {
    fields: [
      { name: 'name', type: 'text', required: false, label: { ja: 'お名前', en: 'Name' } },
      {
        name: 'prefecture',
        type: 'choice',
        required: false,
        label: { ja: '都道府県', en: 'Prefecture' },
        choices: [
          { value: 'tokyo', label: { ja: '東京都', en: 'Tokyo' } },
          { value: 'osaka', label: { ja: '大阪府', en: 'Osaka' } },
        ],
      },
    ],
  });
  await someSubscribers(app, tenant.tenantId, newsletterId, 3, (i) => ({
    name: `読者${i}`,
    prefecture: i === 0 ? 'osaka' : 'tokyo',
  }));
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

describe('check, preview and test', () => {
  it('finds nothing wrong with a good draft, and advises to sign it', async () => {
    const id = await aDraft(client, newsletterId);
    const { body } = await client.get(`${campaigns}/${id}/check`);
    expect(body).toMatchObject({ ready: true, findings: [{ code: 'sender.domain-not-signed' }] });
  });

  it('lets a tenant that declared domains write from a verified one only', async () => {
    const { client: other, tenantId } = await activeTenant(app, { slug: 'signed' });
    await other.post('/api/v1/settings/domains', { domain: 'signed.example.jp' });
    const id = await aDraft(other, await aNewsletter(app, tenantId));
    const { body } = await other.post(`${campaigns}/${id}/send-now`);
    expect([body.code, body.params]).toEqual([
      'campaign.not-ready',
      { finding: 'sender.domain-unverified' },
    ]);
  });

  it('names everything that is wrong with a bad one, and does not let it be scheduled', async () => {
    const id = await aDraft(client, newsletterId, {
      subject: '',
      text: '{{ subscriber.shoe_size }} {% if %}',
      condition: { field: 'shoe_size', op: 'is', value: 'x' },
    });
    const { body } = await client.get(`${campaigns}/${id}/check`);
    const findings = body.findings as { field: string; severity: string }[];
    expect(body.ready).toBe(false);
    expect(findings.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['subject', 'text', 'condition.field']),
    );
    const refused = await client.post(`${campaigns}/${id}/schedule`, {
      at: '2026-04-02T09:00+09:00',
    });
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([
      422,
      'campaign.not-ready',
      { finding: 'subject.empty' },
    ]);
  });

  it('holds a footer of the tenant’s own to the law', async () => {
    const own = 'テスト商店株式会社 〒100-0001 東京都千代田区千代田1-1 info@example.jp';
    const id = await aDraft(client, newsletterId, {
      ownFooter: true,
      text: `本文 ${own} 配信停止: {{ links.unsubscribe }}`,
      html: `<p>本文</p><p style="font-size:1px">${own} 配信停止: <a href="{{ links.unsubscribe }}">こちら</a></p>`,
    });
    const { body } = await client.get(`${campaigns}/${id}/check`);
    expect((body.findings as { code: string }[]).map(({ code }) => code)).toEqual([
      'sender.domain-not-signed',
      'display.sender-name-missing',
      'display.postal-address-missing',
      'display.contact-missing',
      'display.unsubscribe-link-missing',
    ]);
  });

  it('shows the mail as a made-up and as a real reader gets it', async () => {
    const id = await aDraft(client, newsletterId, {
      subject: '{{ subscriber.name | default: "お客様" }}へ',
      text: '{{ subscriber.name }}様',
      html: '<p>{{ subscriber.name }}様</p>',
    });
    const { body: readers } = await client.get(`${campaigns}/${id}/preview-readers`);
    const made = await client.post(`${campaigns}/${id}/preview`, {});
    const real = await client.post(`${campaigns}/${id}/preview`, { reader: 0 });
    const nobody = await client.post(`${campaigns}/${id}/preview`, { reader: 9 });
    const [first] = readers.items as { maskedAddress: string; fields: { name: string } }[];
    expect(first?.maskedAddress).toBe('r***');
    expect(JSON.stringify(readers)).not.toMatch(/reader\d@/);
    expect([made.body.subject, real.body.subject]).toEqual([
      '見本へ',
      `${first?.fields.name ?? ''}へ`,
    ]);
    expect(real.body.text).toContain('テスト商店株式会社');
    expect([nobody.status, nobody.body.code]).toEqual([404, 'campaign.unknown-sample']);
  });

  it('sends a test to the member who asks, twenty an hour', async () => {
    const id = await aDraft(client, newsletterId);
    const member = await aMember(app, { ...tenant, role: 'editor' });
    const answers: number[] = [];
    for (let i = 0; i < 21; i++)
      answers.push((await member.client.post(`${campaigns}/${id}/test-sends`)).status);
    const mine = sink.mails.filter(({ to }) => to === member.email);
    expect(answers).toEqual([...Array<number>(20).fill(204), 429]);
    expect([mine.length, sink.mails.length]).toEqual([20, 20]);
  });
});

describe('targets and segments', () => {
  const count = (body: object): ReturnType<TestClient['post']> =>
    client.post('/api/v1/audience/count', body);

  const inTokyo = { field: 'prefecture', op: 'is', value: 'tokyo' };

  it('counts persons of a target that is not saved', async () => {
    const answers = [
      await count({ newsletterIds: [newsletterId] }),
      await count({ newsletterIds: [newsletterId], condition: inTokyo }),
      await count({
        newsletterIds: [newsletterId],
        condition: { all: [inTokyo, { field: 'name', op: 'is', value: '読者2' }] },
      }),
      await count({ newsletterIds: [] }),
    ];
    expect(answers.map(({ body }) => body)).toEqual([
      { count: 3 },
      { count: 2 },
      { count: 1 },
      { count: 0 },
    ]);
    const bad = await count({
      newsletterIds: [newsletterId],
      condition: { field: 'x', op: 'is', value: 1 },
    });
    expect([bad.status, bad.body.code, bad.body.field]).toEqual([
      422,
      'campaign.bad-condition',
      'condition.field',
    ]);
    const address = { all: [{ field: 'note', op: 'contains', value: 'taro@example.jp' }] };
    const hidden = await client.post('/api/v1/segments', { name: '誰か', condition: address });
    expect([hidden.status, hidden.body.field, hidden.body.params]).toEqual([
      422,
      'condition.all[0].value',
      { problem: 'address' },
    ]);
  });

  it('keeps segments, edits them by version, and does not delete one that waits to be used', async () => {
    const made = await client.post('/api/v1/segments', { name: '東京', condition: inTokyo });
    const { id } = made.body as { id: string };
    const twin = await client.post('/api/v1/segments', { name: '東京', condition: inTokyo });
    const bad = await client.post('/api/v1/segments', { name: '悪', condition: { all: [] } });
    const edited = await client.put(
      `/api/v1/segments/${id}`,
      { name: '東京都', condition: inTokyo },
      { 'If-Match': made.headers.get('etag') ?? '' },
    );
    const stale = await client.put(
      `/api/v1/segments/${id}`,
      { name: '東京府', condition: inTokyo },
      { 'If-Match': made.headers.get('etag') ?? '' },
    );
    expect([made, twin, bad, edited, stale].map(({ status, body }) => [status, body.code])).toEqual(
      [
        [201, undefined],
        [409, 'segment.name-taken'],
        [422, 'campaign.bad-condition'],
        [200, undefined],
        [409, 'request.version-changed'],
      ],
    );
    const draft = await aDraft(client, newsletterId, { segmentId: id });
    const used = await client.delete(`/api/v1/segments/${id}`);
    const counted = await count({ newsletterIds: [newsletterId], segmentId: id });
    const list = await client.get('/api/v1/segments');
    await client.delete(`${campaigns}/${draft}`);
    const free = await client.delete(`/api/v1/segments/${id}`);
    expect([used.body.code, counted.body, list.body, free.status]).toEqual([
      'segment.in-use',
      { count: 2 },
      { items: [{ id, version: 2, name: '東京都', condition: inTokyo }], nextCursor: null },
      204,
    ]);
  });
});
