import { activeTenant } from '#lib/contracts/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aForm, aNewsletter } from './testing.js';
import { subscribersScene } from './testing/subscribers-scene.js';
import type { SubscribersScene } from './testing/subscribers-scene.js';
import { linkIn, submit, wish } from './testing/visitor.js';

let { app, sink, mails, stop } = {} as SubscribersScene;

beforeAll(async () => {
  ({ app, sink, mails, stop } = await subscribersScene());
});

afterAll(() => stop());

/** Links are the only thing in which the preview and the mail differ. */
const withoutLinks = (text = ''): string => text.replaceAll(/https?:\S+/g, '<link>').trim();

it('the preview shows what readers get, and the own words go into the welcome alone', async () => {
  const { tenantId, slug, client } = await activeTenant(app, { name: 'みかん商店' });
  const newsletterId = await aNewsletter(app, tenantId, { slug: 'weekly', title: 'みかん便り' });
  const path = `/api/v1/newsletters/${newsletterId}`;
  const own = '収穫だよりを月初めにお送りします。';
  const welcome = { ja: own, en: 'News of the harvest.' };
  const saved = await client.put(`${path}/form/draft`, { ...aForm(), welcome });
  const published = await client.post(`${path}/form/publish`);
  const { body } = await client.get(`${path}/sign-up-mails`);
  const previews = (body as { items: { mail: string; subject: string; text: string }[] }).items;
  const preview = (mail: string) => previews.find((each) => each.mail === mail);

  sink.mails.length = 0;
  await submit(app, `/t/${slug}/weekly`, wish('taro@example.jp'));
  const [confirmation] = await mails();
  await submit(app, linkIn(confirmation, 'confirm'), {});
  const [welcomed] = await mails();

  expect([saved.status, published.status]).toEqual([200, 200]);
  expect(previews.map(({ mail, text }) => [mail, text.includes(own)])).toEqual([
    ['confirmation', false],
    ['migration-confirmation', false],
    ['welcome', true],
    ['already-registered', false],
    ['goodbye', false],
  ]);
  for (const [mail, sent] of [
    ['confirmation', confirmation],
    ['welcome', welcomed],
  ] as const)
    expect([sent?.subject, withoutLinks(sent?.text)]).toEqual([
      preview(mail)?.subject,
      withoutLinks(preview(mail)?.text),
    ]);
});

it('there is none of a newsletter that does not exist', async () => {
  const { client } = await activeTenant(app, {});
  const nobody = '00000000-0000-4000-8000-000000000000';
  const { status, body } = await client.get(`/api/v1/newsletters/${nobody}/sign-up-mails`);
  expect([status, (body as { code: string }).code]).toEqual([404, 'subscribers.no-newsletter']);
});
