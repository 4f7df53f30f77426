import { operatorClient } from '#lib/accounts/testing';
import { aDraft, campaignsParts } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { supportParts } from '#lib/support/testing';
import { SubscribersHttpModule, subscribersPages } from '#lib/subscribers/http';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let app: TestApp;
let sink: SmtpSink;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({
    modules: [
      ...new Set([...campaignsParts.modules, ...supportParts.modules, SubscribersHttpModule]),
    ],
    jobs: [...new Set([...campaignsParts.jobs, ...supportParts.jobs])],
    pages: [...new Set([...campaignsParts.pages, ...supportParts.pages, subscribersPages])],
    clock,
    env: { SMTP_URL: sink.url },
  });
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

/** Follows a link of a page as a browser without JavaScript and cookies does. */
const page = async (path: string, form?: Record<string, string>): Promise<string> => {
  const body = form && new URLSearchParams(form);
  const answer = await fetch(`${app.url}${path}`, { ...(body && { method: 'POST', body }) });
  return answer.text();
};

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

it('a reader reports a mail from the page behind its footer, and the desk knows which campaign it was', async () => {
  const { tenantId, client, slug } = await activeTenant(app);
  const reader = 'yuki@reader.example.jp';
  const newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, [reader]);
  const campaignId = await aDraft(client, newsletterId);
  await client.post(`/api/v1/campaigns/${campaignId}/send-now`, {});
  await app.drain.runDue();
  const mail = sink.mails.find(({ to }) => to === reader);
  const text = (await simpleParser(mail?.data ?? '')).text ?? '';
  const pathOf = (kind: string): string =>
    new RegExp(`http://localhost(/${kind}/[a-z2-7]+)`).exec(text)?.[1] ?? '';

  const links = [];
  for (const footer of [pathOf('u'), pathOf('preferences')]) {
    const html = await page(`${footer}?lang=ja`);
    links.push(/href="(\/report\?[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&'));
  }
  const link = links[0] ?? '';
  expect(links[1]).toBe(link);
  expect(link).toContain(`sender=${slug}&lang=ja&mail=${campaignId}.`);

  const report = await page(link);
  expect(report).toContain('あなたのアドレスは添えられません');
  const form = { sender: slug, mail: hidden(report, 'mail'), email: '', website: '' };
  expect(await page('/report?lang=ja', { ...form, text: '登録していません' })).toContain(
    '報告を受け付けました',
  );
  clock.advance({ minutes: 1 });
  const forged = form.mail.replace(campaignId, tenantId);
  await page('/report?lang=ja', { ...form, mail: forged, text: '別の配信' });

  const operator = await operatorClient(app, 'support');
  const { items } = (await operator.get('/api/v1/operator/inquiries?state=open')).body as {
    items: { id: string; campaignId: string | null; tenantId: string }[];
  };
  expect(items.map((each) => [each.tenantId, each.campaignId])).toEqual([
    [tenantId, null],
    [tenantId, campaignId],
  ]);
  const inquiryId = items[1]?.id ?? '';
  const inquiry = (await operator.get(`/api/v1/operator/inquiries/${inquiryId}`)).body;
  expect(JSON.stringify(inquiry)).not.toContain(reader);

  const suspicion = { tenantId, code: 'P09', summary: '読者からの報告', inquiryId };
  await operator.post('/api/v1/operator/abuse-cases', suspicion);
  const cases = (await operator.get('/api/v1/operator/abuse-cases')).body as { items: object[] };
  expect(cases.items).toMatchObject([{ tenantId, campaignId, inquiryId, detector: null }]);
});
