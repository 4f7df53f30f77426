import { anonymousClient } from '#lib/accounts/testing';
import type { TestAnswer, TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { aNewsletter } from '#lib/subscribers/testing';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, campaignsParts } from './testing.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp(campaignsParts);
});

afterAll(() => app.stop());

interface Scene {
  readonly client: TestClient;
  readonly newsletterId: string;
  readonly slug: string;
}

const scene = async (): Promise<Scene> => {
  const { tenantId, slug, client } = await activeTenant(app);
  return { slug, client, newsletterId: await aNewsletter(app, tenantId) };
};

const codes = (...answers: TestAnswer[]): unknown[] =>
  answers.map(({ status, body }) => body?.code ?? status);

const mjml =
  '<mjml><mj-body><mj-section><mj-column><mj-text>夏</mj-text></mj-column></mj-section></mj-body></mjml>';

describe('a template', () => {
  it('is written, taken from a campaign, changed, begun with and thrown away', async () => {
    const { client, newsletterId } = await scene();
    const id = await aDraft(client, newsletterId);
    const taken = await client.post(`/api/v1/campaigns/${id}/template`, { name: '春' });
    const written = await client.post('/api/v1/templates', {
      name: '夏',
      subject: '夏のお知らせ',
      mjml,
    });
    expect([
      ((await client.get('/api/v1/templates')).body.items as { name: string }[]).map(
        ({ name }) => name,
      ),
      written.body.format,
      String(written.body.html).includes('夏'),
    ]).toEqual([['夏', '春'], 'mjml', true]);
    const path = `/api/v1/templates/${taken.body.id}`;
    expect(
      codes(
        await client.post('/api/v1/templates', { name: '春' }),
        await client.patch(path, { name: '夏' }, { 'If-Match': '"v1"' }),
        await client.patch(path, { subject: '初夏' }, { 'If-Match': '"v1"' }),
        await client.patch(path, { subject: '初夏' }, { 'If-Match': '"v1"' }),
      ),
    ).toEqual(['template.name-taken', 'template.name-taken', 200, 'request.version-changed']);
    const begun = await client.post(`${path}/begin`);
    expect([begun.status, begun.body]).toMatchObject([
      201,
      { status: 'draft', subject: '初夏', newsletterIds: [], format: 'html' },
    ]);
    expect(codes(await client.delete(path), await client.get(path))).toEqual([
      204,
      'template.not-found',
    ]);
  });
});

describe('an image', () => {
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const upload = async (
    { client }: Scene,
    body: Buffer,
    type = 'image/gif',
  ): Promise<{ status: number; body: Record<string, string> }> => {
    const session = await client.get('/api/v1/session');
    const key = await client.post('/api/v1/api-keys', {
      name: `k${session.status}`,
      scopes: ['campaigns.write', 'campaigns.read'],
    });
    const answer = await fetch(`${app.url}/api/v1/images?name=${encodeURIComponent('印.gif')}`, {
      method: 'POST',
      headers: { 'Content-Type': type, Authorization: `Bearer ${String(key.body.secret)}` },
      body: new Uint8Array(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  };

  it('is known by its bytes, seen by everybody, and stays while a mail shows it', async () => {
    const made = await scene();
    const { client, newsletterId } = made;
    const first = await upload(made, gif, 'image/png');
    const again = await upload(made, gif);
    expect([first.status, first.body, again.body.id]).toEqual([
      201,
      expect.objectContaining({ type: 'gif', width: 1, height: 1, size: 42, name: '印.gif' }),
      first.body.id,
    ]);
    const path = new URL(first.body.url ?? '').pathname;
    const shown = await fetch(`${app.url}${path}`);
    expect([
      shown.headers.get('content-type'),
      shown.headers.get('cache-control'),
      shown.headers.get('x-content-type-options'),
      Buffer.from(await shown.arrayBuffer()).equals(gif),
    ]).toEqual(['image/gif', 'public, max-age=31536000, immutable', 'nosniff', true]);
    await aDraft(client, newsletterId, { html: `<img src="${first.body.url}" alt="印">` });
    const other = await scene();
    expect(
      codes(
        await other.client.delete(`/api/v1/images/${first.body.id}`),
        await client.delete(`/api/v1/images/${first.body.id}`),
      ),
    ).toEqual(['image.not-found', 'image.in-use']);
    expect((await client.get('/api/v1/images')).body.items).toHaveLength(1);
    const anonymous = anonymousClient(app.url);
    const wrong = ['/i/nobody/x', `/i/${made.slug}/${'0'.repeat(64)}.gif`, `${path}.html`];
    const statuses = await Promise.all(wrong.map(async (one) => (await anonymous.get(one)).status));
    expect(statuses).toEqual([404, 404, 404]);
  });

  it.each([
    ['text', Buffer.from('<svg onload=alert(1)>'), 'image/png', 'image.not-an-image'],
    [
      'SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'),
      'image/svg+xml',
      'image.not-an-image',
    ],
    ['nothing', Buffer.alloc(0), 'image/png', 'image.not-an-image'],
    ['too much', Buffer.alloc(5 * 1024 * 1024 + 1), 'image/png', 'image.too-large'],
  ])('is not %s', async (_, body, type, code) => {
    expect((await upload(await scene(), body, type)).body.code).toBe(code);
  });
});
