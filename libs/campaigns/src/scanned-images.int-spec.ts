import type { TestClient } from '#lib/accounts/testing';
import { activeTenant } from '#lib/contracts/testing';
import { startClamd, testVirus } from '#platform/scanner/testing';
import type { TestClamd } from '#platform/scanner/testing';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { campaignsParts } from './testing.js';

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
let app: TestApp;
let clamd: TestClamd;
let client: TestClient;
let secret: string;

beforeAll(async () => {
  clamd = await startClamd();
  app = await startApp({ ...campaignsParts, env: { CLAMAV_SOCKET: clamd.address } });
  ({ client } = await activeTenant(app));
  const key = await client.post('/api/v1/api-keys', {
    name: 'k',
    scopes: ['campaigns.write', 'campaigns.read'],
  });
  secret = String(key.body.secret);
});

afterAll(async () => {
  await app.stop();
  await clamd.stop();
});

const upload = async (body: Buffer): Promise<unknown> => {
  const answer = await fetch(`${app.url}/api/v1/images?name=a.gif`, {
    method: 'POST',
    headers: { 'Content-Type': 'image/gif', Authorization: `Bearer ${secret}` },
    body: new Uint8Array(body),
  });
  const { code, messages } = (await answer.json()) as { code?: string; messages?: { en: string } };
  return [answer.status, code, messages?.en];
};

const kept = async (): Promise<number> =>
  ((await client.get('/api/v1/images')).body as { items: object[] }).items.length;

it('an image with a virus is refused by its name, one that nobody can check waits with its owner', async () => {
  expect(await upload(Buffer.concat([gif, Buffer.from(testVirus)]))).toEqual([
    422,
    'image.infected',
    'A virus (Eicar-Test-Signature) was found in the image; it was not kept.',
  ]);
  clamd.conduct = 'hang-up';
  expect(await upload(gif)).toEqual([503, 'image.not-scanned', expect.any(String)]);
  expect(await kept()).toBe(0);
  clamd.conduct = 'read';
  expect(await upload(gif)).toEqual([201, undefined, undefined]);
  expect(await kept()).toBe(1);
});
