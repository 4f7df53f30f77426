import { anonymousClient, aMember, registeredTenant } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import type { TenantId } from '#lib/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aForm, aNewsletter, someSubscribers } from './testing.js';
import { subscribersScene } from './testing/subscribers-scene.js';
import type { SubscribersScene } from './testing/subscribers-scene.js';

let { app, clock, stop } = {} as SubscribersScene;
let tenantId: TenantId;
let slug: string;
let client: TestClient;

beforeAll(async () => {
  ({ app, clock, stop } = await subscribersScene());
});

afterAll(() => stop());

beforeEach(async () => {
  ({ tenantId, slug, client } = await activeTenant(app));
});

const base = '/api/v1/newsletters';
const news = { slug: 'weekly', title: 'みかん便り', locale: 'ja' };

describe('the newsletters API', () => {
  it('creates, lists, changes under If-Match, and deletes what nobody reads', async () => {
    const created = await client.post(base, news);
    const { id } = created.body as { id: string };
    const taken = await client.post(base, news);
    const unconditional = await client.patch(`${base}/${id}`, { title: '新しい題' });
    const etag = created.headers.get('etag') ?? '';
    const changed = await client.patch(
      `${base}/${id}`,
      { title: '新しい題' },
      { 'If-Match': etag },
    );
    const stale = await client.patch(`${base}/${id}`, { title: '別の題' }, { 'If-Match': etag });
    const list = await client.get(base);
    const deleted = await client.delete(`${base}/${id}`);
    const gone = await client.get(`${base}/${id}`);

    expect(created.body).toEqual({
      id,
      ...news,
      listId: `weekly.${slug}.mail.hikyaku.test`,
      publishedForm: null,
      version: 1,
      createdAt: clock.now().toISOString(),
    });
    expect(
      [created, taken, unconditional, changed, stale, deleted, gone].map(({ status, body }) => [
        status,
        (body as { code?: string } | undefined)?.code,
      ]),
    ).toEqual([
      [201, undefined],
      [409, 'subscribers.slug-taken'],
      [422, 'request.if-match-needed'],
      [200, undefined],
      [409, 'request.version-changed'],
      [204, undefined],
      [404, 'subscribers.no-newsletter'],
    ]);
    expect(list.body).toMatchObject({
      items: [{ id, title: '新しい題', version: 2 }],
      nextCursor: null,
    });
  });

  it('pages through many', async () => {
    for (let i = 0; i < 5; i++) await client.post(base, { ...news, slug: `n${i}` });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await client.get(`${base}?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...(body as { items: { slug: string }[] }).items.map((each) => each.slug));
      cursor = (body as { nextCursor: string | null }).nextCursor;
    }
    expect(seen.sort()).toEqual(['n0', 'n1', 'n2', 'n3', 'n4']);
  });

  it('keeps a newsletter that is read', async () => {
    const id = await aNewsletter(app, tenantId);
    await someSubscribers(app, tenantId, id, 1);
    const refused = await client.delete(`${base}/${id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'subscribers.has-readers']);
  });

  it.each([
    [{ ...news, slug: 'Weekly' }, 'slug'],
    [{ ...news, slug: '-a' }, 'slug'],
    [{ ...news, slug: '../x' }, 'slug'],
    [{ ...news, title: 'a\r\nBcc: x' }, 'title'],
    [{ ...news, title: '' }, 'title'],
    [{ ...news, locale: 'fr' }, 'locale'],
    [{ ...news, owner: 'me' }, 'owner'],
    [{}, 'slug'],
  ])('refuses %j', async (body, field) => {
    const { status, body: problem } = await client.post(base, body);
    const fields = (problem as { errors: { field: string }[] }).errors.map((each) => each.field);
    expect([status, fields]).toEqual([422, expect.arrayContaining([field])]);
  });

  it('lets viewers read, editors write, and nobody else in', async () => {
    const viewer = await aMember(app, { tenantId, slug, role: 'viewer' });
    const editor = await aMember(app, { tenantId, slug, role: 'editor' });
    const stranger = (await registeredTenant(app)).client;
    const id = await aNewsletter(app, tenantId);
    const answers = [
      await viewer.client.get(`${base}/${id}`),
      await viewer.client.post(base, news),
      await editor.client.post(base, news),
      await anonymousClient(app.url).get(`${base}/${id}`),
      await stranger.get(`${base}/${id}`),
      await stranger.post(`${base}/${id}/unsubscriptions`, { address: 'a@example.jp' }),
      await stranger.put(`${base}/${id}/form/draft`, aForm()),
      await client.get(`${base}/not-an-id`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 201, 401, 404, 404, 404, 404]);
  });
});

describe('sign-up forms', () => {
  it('are drafted under ETags and published in versions that never change', async () => {
    const { id } = (await client.post(base, news)).body as { id: string };
    const form = `${base}/${id}/form`;
    const nothing = await client.post(`${form}/publish`);
    const first = await client.put(`${form}/draft`, aForm({ notice: { ja: '', en: '' } }));
    const unpublishable = await client.post(`${form}/publish`);
    const blind = await client.put(`${form}/draft`, aForm());
    const etag = { 'If-Match': first.headers.get('etag') ?? '' };
    const saved = await client.put(`${form}/draft`, aForm(), etag);
    const stale = await client.put(`${form}/draft`, aForm(), etag);
    const published = await client.post(`${form}/publish`);
    const second = await client.put(`${form}/draft`, aForm({ intro: { ja: '新', en: 'new' } }));
    const versions = await client.get(`${form}/versions`);

    expect(
      [nothing, first, unpublishable, blind, saved, stale, published, second].map(
        ({ status, body }) => [status, (body as { code?: string; field?: string }).code],
      ),
    ).toEqual([
      [409, 'subscribers.no-draft'],
      [200, undefined],
      [422, 'subscribers.bad-form'],
      [422, 'request.if-match-needed'],
      [200, undefined],
      [409, 'request.version-changed'],
      [200, undefined],
      [200, undefined],
    ]);
    expect(unpublishable.body).toMatchObject({ field: 'notice.ja' });
    expect(published.body).toEqual({
      number: 1,
      publishedAt: clock.now().toISOString(),
      textHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      content: aForm(),
    });
    expect(versions.body).toMatchObject({
      items: [
        { number: 2, publishedAt: null, textHash: null },
        { number: 1, content: aForm() },
      ],
    });
    const shown = await (await fetch(`${app.url}/t/${slug}/weekly`)).text();
    expect([shown.includes('旬の話題をお届けします。'), shown.includes('新')]).toEqual([
      true,
      false,
    ]);
  });

  it('come as HTML for other sites, and what those send is taken', async () => {
    await aNewsletter(app, tenantId, { slug: 'embedded' });
    const { items } = (await client.get(base)).body as { items: { id: string }[] };
    const snippet = await client.get(`${base}/${items[0]?.id ?? ''}/snippet`);
    const served = await (await fetch(`${app.url}/t/${slug}/embedded/snippet`)).text();
    const { html } = snippet.body as { html: string };
    const sent = await fetch(`${app.url}/t/${slug}/embedded`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: 'https://shop.example', 'Sec-Fetch-Site': 'cross-site' },
      body: new URLSearchParams({ email: 'taro@example.jp', consent: 'yes', form: '1' }),
    });
    expect(html).toBe(served);
    expect(html).toContain(`action="http://localhost/t/${slug}/embedded?lang=ja"`);
    expect(html).toContain('登録情報は当店が管理し');
    expect(sent.status).toBe(303);
  });

  it('show texts of tenants as text, never as markup', async () => {
    const intro = { ja: '<script>alert(1)</script>', en: '' };
    const label = { ja: '"><b>x', en: 'x' };
    const fields = [{ name: 'a', type: 'text', required: false, label }] as const;
    await aNewsletter(app, tenantId, { slug: 'odd', title: '<b>題</b>', fields, form: { intro } });
    const shown = await (await fetch(`${app.url}/t/${slug}/odd`)).text();
    expect(shown).not.toMatch(/<script>alert|<b>/);
  });
});

describe('numbers for the tenant', () => {
  it('tell who came and went by day in Japan, and no address ever leaves', async () => {
    const id = await aNewsletter(app, tenantId, { slug: 'numbers' });
    clock.set('2026-05-31T23:59:59.999+09:00');
    await someSubscribers(app, tenantId, id, ['taro@example.jp', 'hanako@example.jp']);
    clock.set('2026-06-01T00:00:00.000+09:00');
    const known = await client.post(`${base}/${id}/unsubscriptions`, {
      address: 'TARO@example.jp',
    });
    const unknown = await client.post(`${base}/${id}/unsubscriptions`, { address: 'x@example.jp' });
    const bad = await client.post(`${base}/${id}/unsubscriptions`, { address: 'no at' });
    const stats = await client.get(`${base}/${id}/stats?from=2026-05-31&to=2026-06-01`);
    const wrong = await client.get(`${base}/${id}/stats?from=2026-02-30`);

    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect([bad.status, bad.body.code, bad.body.field]).toEqual([
      422,
      'subscribers.bad-address',
      'address',
    ]);
    expect(stats.body).toEqual({
      active: 1,
      pending: 0,
      days: [
        { day: '2026-05-31', joined: 2, left: 0, removed: 0 },
        { day: '2026-06-01', joined: 0, left: 1, removed: 0 },
      ],
    });
    expect(wrong.status).toBe(422);
    const everything = await Promise.all(
      [base, `${base}/${id}`, `${base}/${id}/stats`, `${base}/${id}/form/versions`].map((path) =>
        client.get(path),
      ),
    );
    expect(JSON.stringify(everything.map(({ body }) => body as unknown))).not.toMatch(
      /taro|hanako/i,
    );
  });
});
