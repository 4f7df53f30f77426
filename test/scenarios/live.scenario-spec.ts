import { aDraft } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { eventually } from '#test/eventually';
import { startLivePlatform } from '#test/platform';
import type { Platform } from '#test/platform';
import { linksOf } from '#test/reader';
import { scheduleSoon } from '#test/schedule-soon';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

let platform: Platform;

beforeAll(async () => {
  platform = await startLivePlatform();
});

afterAll(() => platform.stop());

const opened = async (to: string, count: number): ReturnType<Platform['mailbox']['open']> => {
  const [newest] = await platform.mailbox.whenArrived({ to }, count);
  return platform.mailbox.open(newest?.id ?? '');
};

const post = async (link: string | undefined): Promise<number> => {
  const { pathname } = new URL(link ?? '');
  return (await fetch(`${platform.url}${pathname}`, { method: 'POST' })).status;
};

it('in real time, on the real queue: signs up, gets the campaign at its time, leaves, gets no more', async () => {
  const { tenantId, client: owner } = await activeTenant(platform, { slug: 'sakura' });
  const newsletterId = await aNewsletter(platform, tenantId);
  await someSubscribers(platform, tenantId, newsletterId, 20);
  const reader = 'hanako@example.jp';
  const form = new URLSearchParams({ email: reader, consent: 'yes' });
  await fetch(`${platform.url}/t/sakura/news`, { method: 'POST', body: form });
  const confirmation = await opened(reader, 1);
  expect(await post(linksOf(confirmation).find((link) => link.includes('/confirm/')))).toBe(200);
  await opened(reader, 2);

  const planned = await aDraft(owner, newsletterId);
  const at = await scheduleSoon(owner, planned);
  const mail = await opened(reader, 3);
  const [arrived] = platform.mailbox.find({ to: reader });
  expect(arrived?.receivedAt.getTime()).toBeGreaterThanOrEqual(at.getTime());

  expect(await post(linksOf(mail).find((link) => link.includes('/one-click/')))).toBe(200);
  const next = await aDraft(owner, newsletterId, { subject: '夏のお知らせ' });
  await owner.post(`/api/v1/campaigns/${next}/send-now`);
  const end = (id: string): Promise<unknown> =>
    eventually(async () => {
      const { body } = await owner.get(`/api/v1/campaigns/${id}`);
      expect(body).toMatchObject({ status: 'sent' });
      return (body as { progress: unknown }).progress;
    });
  expect(await end(planned)).toMatchObject({ candidates: 21, accepted: 21, equationHolds: true });
  expect(await end(next)).toMatchObject({ candidates: 20, accepted: 20, equationHolds: true });
  const goodbye = await opened(reader, 4);
  expect(goodbye.subject).toContain('停止しました');
});
