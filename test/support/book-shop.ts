import { anonymousClient, testClient, testPassword } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { eventually } from './eventually.js';
import type { Program } from './program.js';

/** さくら書店 at `/t/sakura`, a tenant of a running program that has a contract and one owner. */
export interface BookShop {
  readonly owner: TestClient;
  /** The owner's. */
  readonly credentials: { readonly email: string; readonly password: string };
}

/** Its newsletter at `/t/sakura/weekly`, with a published form, and everything that sending asks for. */
export interface SendingBookShop extends BookShop {
  readonly newsletterId: string;
  /** Sends a campaign, and gives its figures once it is over. */
  send(subject: string): Promise<{ readonly candidates: number }>;
  bounces(): Promise<{ readonly failed: number; readonly removed: number }>;
}

/** Of its form: the words above the fields, the notice, and the consent to be ticked. */
export const shopTexts = { ja: '配信のために使います。', en: 'Used for sending.' };

const credentials = { email: 'okami@sakura.example.jp', password: testPassword };

/** Registered by the operator; its owner follows the invitation that came by mail. */
export const aBookShop = async (program: Program): Promise<BookShop> => {
  const { operator, url } = program;
  const { email, password } = credentials;
  const tenant = { slug: 'sakura', name: 'さくら書店', locale: 'ja', ownerEmail: email };
  const tenantId = await made(operator, '/api/v1/operator/tenants', tenant);
  const contract = `/api/v1/operator/tenants/${tenantId}/contract`;
  await operator.post(contract, { serviceStartDate: '2026-01-01' });
  const [invitation] = await program.mailsTo(email);
  const token = /\/invitation\/(\S+)/.exec(invitation?.text ?? '')?.[1];
  const joining = { token, name: '女将', password };
  await anonymousClient(url).post('/api/v1/invitations/accept', joining);
  return { owner: testClient(url, '/api/v1/session', credentials), credentials };
};

export const aSendingBookShop = async (program: Program): Promise<SendingBookShop> => {
  const shop = await aBookShop(program);
  const { owner } = shop;
  await nameSender(owner);
  const newsletter = { slug: 'weekly', title: '週刊さくら', locale: 'ja' };
  const newsletterId = await made(owner, '/api/v1/newsletters', newsletter);
  const form = `/api/v1/newsletters/${newsletterId}/form`;
  const [intro, notice, consent] = [shopTexts, shopTexts, shopTexts];
  await owner.put(`${form}/draft`, { fields: [], intro, notice, consent });
  await owner.post(`${form}/publish`);
  return {
    ...shop,
    newsletterId,
    send: async (subject) => {
      const campaign = { subject, text: 'こんにちは。', newsletterIds: [newsletterId] };
      const path = `/api/v1/campaigns/${await made(owner, '/api/v1/campaigns', campaign)}`;
      await owner.post(`${path}/send-now`);
      return eventually(async () => {
        const { body } = (await owner.get(path)) as {
          body: { status: string; progress: { candidates: number } };
        };
        if (body.status !== 'sent') throw new Error(`The campaign is ${body.status}`);
        return body.progress;
      });
    },
    bounces: async () =>
      (await owner.get('/api/v1/bounces/summary')).body as { failed: number; removed: number },
  };
};

/** What every campaign says of who sends it. */
const nameSender = async (owner: TestClient): Promise<void> => {
  const { email } = credentials;
  const legal = { name: 'さくら書店', postalAddress: '東京都千代田区1-1', contact: email };
  const profile = { senderName: 'さくら書店', fromAddress: email, legal };
  const { headers } = await owner.get('/api/v1/settings/sender');
  const ifMatch = { 'If-Match': headers.get('etag') ?? '' };
  await owner.put('/api/v1/settings/sender', profile, ifMatch);
};

const made = async (client: TestClient, path: string, body: object): Promise<string> => {
  const answer = await client.post(path, body);
  if (answer.status !== 201) throw new Error(`${path} was answered with ${answer.status}`);
  return (answer.body as { id: string }).id;
};
