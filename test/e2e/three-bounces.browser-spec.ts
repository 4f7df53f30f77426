import { anonymousClient, testClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { openBrowser } from '#test/browser';
import { eventually } from '#test/eventually';
import { startProgram } from '#test/program';
import type { Program } from '#test/program';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

const password = 'Sunflower-42-river';
const email = 'okami@sakura.example.jp';
const bouncing = 'bounce-goro@example.jp';
const healthy = 'hanako@example.jp';
const texts = { ja: '配信のために使います。', en: 'Used for sending.' };

let program: Program;
let browser: Browser;
let owner: TestClient;
let newsletterId: string;

/** A tenant that may send, all by the API. */
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  const { operator } = program;
  const tenant = { slug: 'sakura', name: 'さくら書店', locale: 'ja', ownerEmail: email };
  const tenantId = await created(operator, '/api/v1/operator/tenants', tenant);
  const contract = `/api/v1/operator/tenants/${tenantId}/contract`;
  await operator.post(contract, { serviceStartDate: '2026-01-01' });
  const [invitation] = await program.mailsTo(email);
  const token = /\/invitation\/(\S+)/.exec(invitation?.text ?? '')?.[1];
  const joining = { token, name: '女将', password };
  await anonymousClient(program.url).post('/api/v1/invitations/accept', joining);
  owner = testClient(program.url, '/api/v1/session', { email, password });
  const legal = { name: 'さくら書店', postalAddress: '東京都千代田区1-1', contact: email };
  const profile = { senderName: 'さくら書店', fromAddress: email, legal };
  const { headers } = await owner.get('/api/v1/settings/sender');
  const ifMatch = { 'If-Match': headers.get('etag') ?? '' };
  expect((await owner.put('/api/v1/settings/sender', profile, ifMatch)).status).toBe(200);
  const newsletter = { slug: 'weekly', title: '週刊さくら', locale: 'ja' };
  newsletterId = await created(owner, '/api/v1/newsletters', newsletter);
  const form = `/api/v1/newsletters/${newsletterId}/form`;
  await owner.put(`${form}/draft`, { fields: [], intro: texts, notice: texts, consent: texts });
  await owner.post(`${form}/publish`);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await program.stop();
});

const created = async (client: TestClient, path: string, body: object): Promise<string> => {
  const answer = await client.post(path, body);
  expect([path, answer.status]).toEqual([path, 201]);
  return (answer.body as { id: string }).id;
};

const signUp = async (address: string): Promise<void> => {
  const page = await browser.newPage({ locale: 'ja-JP' });
  await page.goto(`${program.url}/t/sakura/weekly`);
  await page.getByLabel('メールアドレス').fill(address);
  await page.getByLabel(texts.ja).check();
  await page.getByRole('button', { name: '登録を申し込む' }).click();
  await page.getByRole('heading', { name: 'メールをご確認ください' }).waitFor();
  const [mail] = await program.mailsTo(address);
  await page.goto(/https?:\S+\/confirm\/\S+/.exec(mail?.text ?? '')?.[0] ?? '');
  await page.getByRole('button', { name: '登録を確定する' }).click();
  await page.getByRole('heading', { name: '登録が完了しました' }).waitFor();
  await page.close();
};

const send = async (subject: string): Promise<{ candidates: number }> => {
  const id = await created(owner, '/api/v1/campaigns', {
    subject,
    text: 'こんにちは。',
    newsletterIds: [newsletterId],
  });
  expect((await owner.post(`/api/v1/campaigns/${id}/send-now`)).status).toBe(200);
  return eventually(async () => {
    const { body } = (await owner.get(`/api/v1/campaigns/${id}`)) as {
      body: { status: string; progress: { candidates: number } };
    };
    expect(body.status).toBe('sent');
    return body.progress;
  });
};

const figures = async (): Promise<{ failed: number; removed: number }> =>
  (await owner.get('/api/v1/bounces/summary')).body as { failed: number; removed: number };

it('an address that bounces three campaigns in a row is removed, and shown as a number and a masked line', async () => {
  await signUp(bouncing);
  await signUp(healthy);
  for (const round of [1, 2, 3]) {
    expect(await send(`第${round}号`)).toMatchObject({ candidates: 2 });
    await eventually(async () => {
      expect(await figures()).toMatchObject({ failed: round });
    });
  }
  await eventually(async () => {
    expect(await figures()).toMatchObject({ failed: 3, removed: 1 });
  });
  const { body } = await owner.get('/api/v1/bounces/removals');
  expect(body).toEqual({
    items: [
      {
        id: expect.any(String),
        removedAt: expect.any(String),
        maskedLine: 'b***',
        reason: 'unknown-recipient',
      },
    ],
    nextCursor: null,
  });
  expect(await send('第4号')).toMatchObject({ candidates: 1 });
}, 90_000);

it('no log line names an address', () => {
  const lines = program.output().split('\n');
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.filter((line) => /[\w.+-]+@[\w-]+\.\w/.test(line))).toEqual([]);
});
