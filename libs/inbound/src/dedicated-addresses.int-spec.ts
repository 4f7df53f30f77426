import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { blankMailScene } from './testing/blank-mail-scene.js';
import type { AddressedNewsletter, BlankMailScene } from './testing/blank-mail-scene.js';

let scene: BlankMailScene;
let newsletter: AddressedNewsletter;

beforeAll(async () => {
  scene = await blankMailScene();
});

afterAll(() => scene.stop());

beforeEach(async () => {
  newsletter = await scene.newsletter();
});

type Addresses = Record<'join' | 'leave', { address: string } | null>;

const refusesToJoin = (): Promise<void> =>
  expect(scene.mail(newsletter.join, 'taro@example.jp')).rejects.toMatchObject({
    responseCode: 550,
  });

it('stay as they are when issued again, and are refused once revoked', async () => {
  const { tenant, path, join, leave } = newsletter;
  const again = await tenant.client.post(`${path}/join`);
  expect((again.body as Addresses).join?.address).toBe(join);
  const { body } = await tenant.client.delete(`${path}/join`);
  expect(body).toMatchObject({ join: null, leave: { address: leave } });
  await refusesToJoin();
  const { body: anew } = await tenant.client.post(`${path}/join`);
  expect((anew as Addresses).join?.address).not.toBe(join);
});

it.each([
  ['svg', 'image/svg+xml', '<svg '],
  ['png', 'image/png', '\u{fffd}PNG'],
])('are pictures for telephones: %s', async (format, type, begin) => {
  const { tenant, path } = newsletter;
  const { status, headers, body } = await tenant.client.get(
    `${path}/join/qr-code?format=${format}`,
  );
  expect([status, headers.get('content-type')]).toEqual([200, type]);
  expect(String(body).startsWith(begin)).toBe(true);
});

it.each([
  ['a kind that is none', 'get', '/sideways/qr-code', 404],
  ['a format that is none', 'get', '/join/qr-code?format=gif', 422],
] as const)('know no %s', async (_, method, rest, status) => {
  const { tenant, path } = newsletter;
  expect((await tenant.client[method](`${path}${rest}`)).status).toBe(status);
});

it('take nobody in before the newsletter has a form', async () => {
  const { client } = newsletter.tenant;
  const made = await client.post('/api/v1/newsletters', {
    ...{ slug: 'formless', title: '準備中', locale: 'ja' },
  });
  const path = `/api/v1/newsletters/${(made.body as { id: string }).id}/blank-mail`;
  const { body } = await client.post(`${path}/join`);
  newsletter = { ...newsletter, join: (body as Addresses).join?.address ?? '' };
  await refusesToJoin();
});

it('take nobody in for a newsletter that was deleted', async () => {
  const { tenant, path } = newsletter;
  const { status } = await tenant.client.delete(path.replace('/blank-mail', ''));
  expect(status).toBe(204);
  await refusesToJoin();
});

it('take nobody in when the contract has ended', async () => {
  await newsletter.tenant.client.post('/api/v1/contract/end-notices', {});
  scene.clock.advance({ days: 270 });
  await scene.app.drain.sweep();
  await refusesToJoin();
});
