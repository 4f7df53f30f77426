import { aMember } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { aNewsletter } from '#lib/subscribers/testing';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, campaignsParts } from './testing.js';

let app: TestApp;
let tenant: Awaited<ReturnType<typeof activeTenant>>;
let client: TestClient;
let newsletterId: string;

const campaigns = '/api/v1/campaigns';

beforeAll(async () => {
  app = await startApp(campaignsParts);
  tenant = await activeTenant(app, { slug: 'drafts' });
  client = tenant.client;
  newsletterId = await aNewsletter(app, tenant.tenantId);
});

afterAll(() => app.stop());

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
      format: 'html',
      mjml: null,
      blocks: null,
      category: 'general',
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
      halted: false,
      underReview: false,
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
    ['a condition of nobody’s making', { condition: { drop: 'table' } }, 'campaign.bad-condition'],
    ['an empty group', { condition: { any: [] } }, 'campaign.bad-condition'],
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
