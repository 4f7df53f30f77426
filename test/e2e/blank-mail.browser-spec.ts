import { anonymousClient, testClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { handOver } from '#lib/inbound/testing';
import { openBrowser } from '#test/browser';
import { eventually } from '#test/eventually';
import { freePort } from '#test/free-port';
import { startProgram } from '#test/program';
import type { Program } from '#test/program';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

const password = 'Sunflower-42-river';
const email = 'okami@sakura.example.jp';
/** As docomo issued them until 2009; what begins with `bounce-` is returned by the local mailbox. */
const carrier = 'bounce-taro..saku.@docomo.ne.jp';
const hanako = 'hanako@example.jp';
const texts = { ja: '配信のために使います。', en: 'Used for sending.' };

let program: Program;
let browser: Browser;
let owner: TestClient;
let newsletterId: string;
let inboundPort: number;
let addresses: { join: { address: string }; leave: { address: string } };

beforeAll(async () => {
  inboundPort = await freePort();
  const env = { INBOUND_PORT: String(inboundPort), DNS_SERVERS: '127.0.0.1:9' };
  [program, browser] = await Promise.all([startProgram(env), openBrowser()]);
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
  const path = `/api/v1/newsletters/${newsletterId}`;
  await owner.put(`${path}/form/draft`, {
    fields: [],
    intro: texts,
    notice: texts,
    consent: texts,
  });
  await owner.post(`${path}/form/publish`);
  await owner.post(`${path}/blank-mail/join`);
  addresses = (await owner.post(`${path}/blank-mail/leave`)).body as typeof addresses;
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

/** An empty mail, as a telephone sends it after reading the QR code. */
const mail = (kind: 'join' | 'leave', from: string): Promise<string> =>
  handOver(inboundPort, {
    from,
    to: addresses[kind].address,
    raw: Buffer.from(`From: ${from}\r\nSubject: \r\n\r\n`),
  });

const joinByMail = async (address: string, recipient = address): Promise<void> => {
  await mail('join', address);
  const [answer] = await program.mailsTo(recipient);
  const page = await browser.newPage({ locale: 'ja-JP' });
  await page.goto(/https?:\S+\/confirm\/\S+/.exec(answer?.text ?? '')?.[0] ?? '');
  await page.getByText(texts.ja).first().waitFor();
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

const figures = async (): Promise<object> =>
  (await owner.get('/api/v1/bounces/summary')).body as object;

it('joins by blank mail from an old carrier address, gets three campaigns, bounces three times and is removed', async () => {
  await joinByMail(carrier, `"bounce-taro..saku."@docomo.ne.jp`);
  await joinByMail(hanako);
  for (const round of [1, 2, 3]) {
    expect(await send(`第${round}号`)).toMatchObject({ candidates: 2 });
    await eventually(async () => {
      expect(await figures()).toMatchObject({ failed: round });
    });
  }
  await eventually(async () => {
    expect(await figures()).toMatchObject({ failed: 3, removed: 1 });
  });
  expect(await send('第4号')).toMatchObject({ candidates: 1 });
}, 120_000);

it('leaves by mail, at once', async () => {
  await mail('leave', hanako);
  await eventually(async () => {
    const { body } = await owner.get(`/api/v1/newsletters/${newsletterId}/stats`);
    expect(body).toMatchObject({ active: 0 });
  });
  await eventually(async () => {
    const [newest] = await program.mailsTo(hanako);
    expect(newest?.text).toMatch(/\/undo\//);
  });
}, 60_000);
