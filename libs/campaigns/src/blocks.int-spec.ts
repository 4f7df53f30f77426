import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { aNewsletter } from '#lib/subscribers/testing';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, campaignsParts } from './testing.js';

let app: TestApp;
let client: TestClient;
let newsletterId: string;

beforeAll(async () => {
  app = await startApp(campaignsParts);
  const tenant = await activeTenant(app);
  ({ client } = tenant);
  newsletterId = await aNewsletter(app, tenant.tenantId);
});

afterAll(() => app.stop());

describe('blocks of the visual editor', () => {
  const blocks = (...paragraphs: string[]) => ({
    type: 'doc',
    content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  });

  it('are kept with the HTML and the text made of them, and leave with another format', async () => {
    const id = await aDraft(client, newsletterId, {
      blocks: blocks('春の{{ fields.name }}'),
      html: '<p>b</p>',
      text: '',
    });
    const { body } = await client.get(`/api/v1/campaigns/${id}`);
    expect(body).toMatchObject({
      format: 'blocks',
      blocks: blocks('春の{{ fields.name }}'),
      text: '春の{{ fields.name }}',
      html: expect.stringContaining('>春の{{ fields.name }}</p>'),
      mjml: null,
    });
    const change = async (changes: object) => {
      const { headers } = await client.get(`/api/v1/campaigns/${id}`);
      const etag = headers.get('etag') ?? '';
      return (await client.patch(`/api/v1/campaigns/${id}`, changes, { 'If-Match': etag })).body;
    };
    expect(await change({ format: 'html' })).toMatchObject({
      format: 'html',
      blocks: null,
      html: body.html,
    });
  });

  it('write the text part until a member does, and again when it is emptied', async () => {
    const id = await aDraft(client, newsletterId, { blocks: blocks('一'), text: '' });
    const texts: unknown[] = [];
    const changes = [
      { blocks: blocks('一', '二') },
      { text: '手で' },
      { blocks: blocks('三') },
      { text: '' },
      { blocks: blocks('四') },
    ];
    for (const change of changes) {
      const { headers } = await client.get(`/api/v1/campaigns/${id}`);
      const etag = headers.get('etag') ?? '';
      const answer = await client.patch(`/api/v1/campaigns/${id}`, change, { 'If-Match': etag });
      texts.push(answer.body.text);
    }
    expect(texts).toEqual(['一\n\n二', '手で', '手で', '三', '四']);
  });

  it('are refused when the editor did not make them', async () => {
    const answer = await client.post('/api/v1/campaigns', { blocks: { root: {} } });
    expect([answer.status, answer.body.code]).toEqual([422, 'campaign.bad-blocks']);
  });
});
