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
  tenant = await activeTenant(app, { slug: 'drafts' });
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

describe('drafts', () => {
  it('keeps what was written, and changes only what is given', async () => {
    const id = await aDraft(client, newsletterId);
    const read = await client.get(`${campaigns}/${id}`);
    const etag = read.headers.get('etag') ?? '';
    const edited = await client.patch(
      `${campaigns}/${id}`,
      { subject: '夏のお知らせ' },
      { 'If-Match': etag },
    );
    expect(edited.body).toEqual({
      ...read.body,
      subject: '夏のお知らせ',
      version: 2,
    });
    expect(read.body).toEqual({
      id,
      version: 1,
      status: 'draft',
      subject: '春のお知らせ',
      preheader: '新しい品が入りました',
      text: 'こんにちは。\n\n新しい品が入りました。',
      html: '<p>こんにちは。</p><p>新しい品が入りました。</p>',
      newsletterIds: [newsletterId],
      segmentId: null,
      condition: null,
      ownFooter: false,
      tracking: false,
      contentVersion: null,
      scheduledAt: null,
      scheduledAtJst: null,
      launchedAt: null,
      createdAt: '2026-04-01T00:00:00.000Z',
      updatedAt: '2026-04-01T00:00:00.000Z',
      progress: null,
    });
    expect(edited.headers.get('etag')).not.toBe(etag);
  });

  it('lets one of two editors win', async () => {
    const id = await aDraft(client, newsletterId);
    const etag = (await client.get(`${campaigns}/${id}`)).headers.get('etag') ?? '';
    const edits = await Promise.all(
      ['一', '二'].map((subject) =>
        client.patch(`${campaigns}/${id}`, { subject }, { 'If-Match': etag }),
      ),
    );
    expect(edits.map(({ status, body }) => [status, body.code]).sort()).toEqual([
      [200, undefined],
      [409, 'request.version-changed'],
    ]);
  });

  it('copies and deletes drafts', async () => {
    const id = await aDraft(client, newsletterId, { subject: '元' });
    const copy = await client.post(`${campaigns}/${id}/duplicate`);
    const gone = await client.delete(`${campaigns}/${id}`);
    const after = await client.get(`${campaigns}/${id}`);
    expect([copy.status, copy.body.subject, copy.body.id === id]).toEqual([201, '元', false]);
    expect([gone.status, after.status, after.body.code]).toEqual([204, 404, 'campaign.not-found']);
  });

  it('lists page by page, newest first, by state', async () => {
    const other = await activeTenant(app);
    const ids: string[] = [];
    for (const subject of ['一', '二', '三']) {
      const { body } = await other.client.post(campaigns, { subject });
      ids.push(body.id as string);
    }
    const first = await other.client.get(`${campaigns}?limit=2&status=draft`);
    const second = await other.client.get(
      `${campaigns}?limit=2&status=draft&cursor=${first.body.nextCursor as string}`,
    );
    const sent = await other.client.get(`${campaigns}?status=sent`);
    const listed = [...first.body.items, ...second.body.items].map(({ id }) => id as string);
    expect(listed.sort()).toEqual(ids.sort());
    expect([first.body.items.length, second.body.nextCursor, sent.body.items]).toEqual([
      2,
      null,
      [],
    ]);
  });

  it.each([
    ['a subject of two lines', { subject: 'あ\r\nBcc: x@example.jp' }, 'request.invalid'],
    ['a field nobody knows', { colour: 'red' }, 'request.invalid'],
    [
      'a newsletter of nobody',
      { newsletterIds: ['0197f3a0-0000-7000-8000-000000000000'] },
      'campaign.unknown-newsletter',
    ],
    [
      'a segment of nobody',
      { segmentId: '0197f3a0-0000-7000-8000-000000000000' },
      'segment.not-found',
    ],
    ['no list', { newsletterIds: 'x' }, 'request.invalid'],
    ['a condition that is a text', { condition: 'x' }, 'request.invalid'],
    ['numbers for texts', { text: 1 }, 'request.invalid'],
    ['null where nothing may be', { subject: null }, 'request.invalid'],
  ])('refuses %s', async (_, body, code) => {
    const answer = await client.post(campaigns, body);
    expect([answer.status < 500, answer.body.code]).toEqual([true, code]);
  });

  it('hides the campaigns of others', async () => {
    const id = await aDraft(client, newsletterId);
    const stranger = await activeTenant(app);
    const answers = await Promise.all([
      stranger.client.get(`${campaigns}/${id}`),
      stranger.client.patch(`${campaigns}/${id}`, { subject: 'x' }, { 'If-Match': '"v1"' }),
      stranger.client.post(`${campaigns}/${id}/send-now`),
      stranger.client.get(`${campaigns}/${id}/check`),
      stranger.client.get(`${campaigns}/not-an-id`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });

  it('lets viewers look and not touch', async () => {
    const id = await aDraft(client, newsletterId);
    const viewer = (await aMember(app, { ...tenant, role: 'viewer' })).client;
    const answers = [
      await viewer.get(`${campaigns}/${id}`),
      await viewer.post(campaigns, { subject: 'x' }),
      await viewer.post(`${campaigns}/${id}/send-now`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 403]);
  });
});

describe('check, preview and test', () => {
  it('finds nothing wrong with a good draft', async () => {
    const id = await aDraft(client, newsletterId);
    const { body } = await client.get(`${campaigns}/${id}/check`);
    expect(body).toEqual({ ready: true, findings: [] });
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
    expect(first?.maskedAddress).toBe('r***@example.jp');
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
