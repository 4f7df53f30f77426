import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { aDraft } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { abuseParts } from './testing.js';

const clock = new MovableClock('2026-04-01T09:00:00+09:00');
let app: TestApp;
let sink: SmtpSink;
let operator: TestClient;
let isBusy = true;

beforeAll(async () => {
  sink = await startSink({
    act: (step, { to }) => {
      if (step !== 'RCPT') return undefined;
      if (to.startsWith('refuse')) return '550 5.1.1 No such user';
      return isBusy && to.startsWith('busy') ? '451 4.2.1 Try again later' : undefined;
    },
  });
  app = await startApp({ ...abuseParts, clock, env: { SMTP_URL: sink.url } });
  operator = await operatorClient(app);
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

interface Case {
  readonly id: string;
  readonly tenantId: string;
  readonly campaignId: string | null;
  readonly detector: string;
  readonly code: string;
  readonly evidence: object;
}

const cases = async (): Promise<Case[]> =>
  ((await operator.get('/api/v1/operator/abuse-cases')).body as { items: Case[] }).items;

const ofTenant = async (tenantId: string): Promise<unknown> =>
  Object.fromEntries(
    (await cases())
      .filter((each) => each.tenantId === tenantId)
      .map(({ detector, code, evidence }) => [detector, [code, evidence]]),
  );

const detector = '/api/v1/operator/detectors';
const change = (name: string, thresholds: object, holds = false): ReturnType<TestClient['put']> =>
  operator.put(`${detector}/${name}`, { isOn: true, holds, thresholds });

const words = '同じ文面です。'.repeat(40);

/** A tenant that sent a campaign to these readers just now. */
const sender = async (readers: string[], content: object) => {
  const tenant = await activeTenant(app);
  const newsletterId = await aNewsletter(app, tenant.tenantId);
  await someSubscribers(app, tenant.tenantId, newsletterId, readers);
  const campaignId = await aDraft(tenant.client, newsletterId, content);
  await tenant.client.post(`/api/v1/campaigns/${campaignId}/send-now`, {});
  await app.drain.runDue();
  return { ...tenant, campaignId };
};

describe('the detectors', () => {
  it('are listed with what they look for, and take numbers of their own only', async () => {
    const { items } = (await operator.get(detector)).body as { items: object[] };
    expect(items).toContainEqual({
      name: 'sending-jump',
      code: 'P09',
      text: { ja: expect.any(String), en: expect.any(String) },
      isOn: true,
      holds: false,
      thresholds: { least: 10_000, factor: 5 },
    });
    const bad = await change('sending-jump', { least: 5, much: 1 });
    expect([bad.status, bad.body.code]).toEqual([422, 'abuse.bad-thresholds']);
    expect((await change('mind-reading', {})).body.code).toBe('abuse.no-detector');
  });

  it('say nothing of ordinary days', async () => {
    await sender(['hana@example.jp'], {});
    await app.drain.sweep();
    expect(await cases()).toEqual([]);
  });

  it('open one case for each sign, with the act it makes likely and the figures', async () => {
    const low: Record<string, object> = {
      'audience-jump': { least: 2, factor: 5 },
      'sign-up-flood': { least: 2, confirmedShare: 1 },
      'sending-jump': { least: 2, factor: 5 },
      'new-links': { least: 2 },
      'bounce-trend': { mails: 2, share: 0.5, factor: 2 },
      'shared-account': { networks: 1 },
    };
    for (const [name, thresholds] of Object.entries(low))
      expect((await change(name, thresholds)).status).toBe(200);
    const html = '<p><a href="https://a.shop.jp/">A</a> <a href="https://b.shop.jp/">B</a></p>';
    const readers = ['refuse@example.jp', 'taro@example.jp'];
    const { tenantId } = await sender(readers, { html, tracking: true });
    await app.drain.sweep();
    await app.drain.sweep();
    expect(await ofTenant(tenantId)).toEqual({
      'audience-jump': ['P08', { now: 2, usually: 0 }],
      'sign-up-flood': ['P12', { asked: 2, confirmed: 2 }],
      'sending-jump': ['P09', { now: 2, usually: 0 }],
      'new-links': ['P16', { freshHosts: 2, knownHosts: 0 }],
      'bounce-trend': ['P08', { mails: 2, bad: 1, share: 0.5, usualShare: 0 }],
      'shared-account': ['P22', { networks: 1 }],
    });
    const mine = (await cases()).filter((each) => each.tenantId === tenantId);
    expect(mine).toHaveLength(6);
    for (const { id } of mine)
      await operator.post(`/api/v1/operator/abuse-cases/${id}/decide`, {
        outcome: 'dismissed',
        reason: '問題なし',
      });
    await app.drain.sweep();
    expect(await ofTenant(tenantId)).toEqual({});
    for (const name of Object.keys(low))
      await operator.put(`${detector}/${name}`, {
        isOn: false,
        holds: false,
        thresholds: low[name],
      });
  });
});

describe('the same words of several tenants', () => {
  it.each([
    ['dismissed', 'sent', 1],
    ['termination', 'aborted', 0],
  ])(
    'hold the campaign and tell the tenant; the outcome %s leaves it %s',
    async (outcome, status, more) => {
      isBusy = true;
      const text = `${words}${outcome}`;
      const first = await sender(['one@example.jp'], { text, html: null });
      await app.drain.sweep();
      expect(await ofTenant(first.tenantId)).toEqual({});
      const second = await sender(['busy@example.jp'], { text, html: null });
      await app.drain.sweep();
      await app.drain.runDue();
      const statusOf = async (): Promise<unknown> =>
        (await second.client.get(`/api/v1/campaigns/${second.campaignId}`)).body.status;
      const found = (await cases()).filter(({ tenantId }) => tenantId === second.tenantId);
      expect(found).toMatchObject([
        {
          ...{ detector: 'same-text', code: 'P22', campaignId: second.campaignId },
          evidence: { tenants: 2 },
        },
      ]);
      const texts = await Promise.all(
        sink.mails.map(async ({ data }) => (await simpleParser(data)).text),
      );
      const page = `/console/operator/abuse-cases/${found[0]?.id}\n`;
      expect(texts.filter((told) => told?.includes(page))).toHaveLength(1);
      expect(await statusOf()).toBe('paused');
      const resume = await second.client.post(`/api/v1/campaigns/${second.campaignId}/resume`, {});
      expect(resume.body.code).toBe('delivery.mailing-held');
      const inbox = (await second.client.get('/api/v1/notices')).body as { items: object[] };
      expect(inbox.items).toMatchObject([{ subject: '配信を一時的に保留しています' }]);
      expect(sink.mails.filter(({ to }) => to === second.email)).toHaveLength(1);

      isBusy = false;
      const before = sink.mails.filter(({ to }) => to === 'busy@example.jp').length;
      await operator.post(`/api/v1/operator/abuse-cases/${found[0]?.id}/decide`, {
        outcome,
        reason: '確認しました。',
      });
      await app.drain.runDue();
      clock.advance({ hours: 12 });
      await app.drain.sweep();
      await app.drain.runDue();
      expect(await statusOf()).toBe(status);
      const after = sink.mails.filter(({ to }) => to === 'busy@example.jp').length;
      expect(after - before).toBe(more);
    },
  );
});

describe('links', () => {
  const hosts = '/api/v1/operator/link-hosts';

  it('are held against the list of the operators before sending', async () => {
    const saved = await operator.put(`${hosts}/Phish.jp`, { kind: 'blocked', note: '報告' });
    expect([saved.status, JSON.stringify(saved.body)]).toEqual([
      200,
      expect.stringContaining('"phish.jp"'),
    ]);
    const bad = await operator.put(`${hosts}/no%20host`, { kind: 'blocked', note: '' });
    expect([bad.status, bad.body.code]).toEqual([422, 'links.bad-host']);
    const { client, tenantId } = await activeTenant(app);
    const newsletterId = await aNewsletter(app, tenantId);
    await someSubscribers(app, tenantId, newsletterId, ['mika@example.jp']);
    const html = '<a href="https://a.phish.jp/">x</a> <a href="https://bit.ly/x">y</a>';
    const id = await aDraft(client, newsletterId, { html });
    const { body } = await client.get(`/api/v1/campaigns/${id}/check`);
    const codes = (body as { findings: { code: string }[] }).findings.map(({ code }) => code);
    expect([body.ready, codes]).toEqual([
      false,
      ['sender.domain-not-signed', 'link.blocked', 'link.shortener'],
    ]);
    expect((await operator.delete(`${hosts}/phish.jp`)).status).toBe(204);
    const again = await client.get(`/api/v1/campaigns/${id}/check`);
    expect(again.body.ready).toBe(true);
    expect((await operator.delete(`${hosts}/phish.jp`)).body.code).toBe('links.unknown-host');
  });

  it('that pretend to lead elsewhere become a case when the campaign leaves', async () => {
    const html = '<a href="https://shop.hikyaku.jp/">https://bank.hikyaku.co.jp/login</a>';
    const { tenantId } = await sender(['mika@example.jp'], { html });
    expect(await ofTenant(tenantId)).toEqual({ 'deceptive-links': ['P19', { links: 1 }] });
  });

  it('to a host that was blocked after the check hold the campaign', async () => {
    isBusy = true;
    const html = '<a href="https://fresh-phish.jp/">x</a>';
    const tenant = await activeTenant(app);
    const newsletterId = await aNewsletter(app, tenant.tenantId);
    await someSubscribers(app, tenant.tenantId, newsletterId, ['busy@example.jp']);
    const id = await aDraft(tenant.client, newsletterId, { html });
    await tenant.client.post(`/api/v1/campaigns/${id}/send-now`, {});
    await operator.put(`${hosts}/fresh-phish.jp`, { kind: 'blocked', note: '' });
    await app.drain.runDue();
    expect(await ofTenant(tenant.tenantId)).toEqual({ 'blocked-links': ['P16', { links: 1 }] });
    expect((await tenant.client.get(`/api/v1/campaigns/${id}`)).body.status).toBe('paused');
  });
});
