import { activeTenant } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { aContent, aMailing, deliveryParts, progressOf } from '../testing.js';
import { ChangeDelivery } from '../use-cases/change-delivery.js';

const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148';
const clock = new MovableClock('2026-04-01T09:00:00+09:00');

let sink: SmtpSink;
let app: TestApp;
let tenantId: TenantId;
let newsletterId: string;
let campaignId: string;
let link: string;
let pixel: string;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({ ...deliveryParts, clock, env: { SMTP_URL: sink.url } });
  ({ tenantId } = await activeTenant(app));
  newsletterId = await aNewsletter(app, tenantId);
  await someSubscribers(app, tenantId, newsletterId, 1);
  await mailOut();
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

/** Sends a mail; `link` and `pixel` are those in it. */
const mailOut = async (): Promise<void> => {
  const html = '<body><a href="https://shop.example.jp/?a=1&amp;b=%E6%98%A5">店</a></body>';
  campaignId = await aMailing(app, tenantId, aContent(newsletterId, { tracking: true, html }));
  await app.drain.runDue();
  const mail = await simpleParser(sink.mails.at(-1)?.data ?? '');
  const paths = [...String(mail.html).matchAll(/http:\/\/localhost(\/[co]\/[^"]+)"/g)];
  [link = '', pixel = ''] = paths.map((match) => `${app.url}${match[1] ?? ''}`);
  clock.advance({ minutes: 10 });
};

const count = async (tracking: boolean): Promise<void> => {
  const policy = { tracking };
  await app.get(ChangeDelivery).execute({ tenantId, actor: { kind: 'system' }, policy });
};

const ask = async (
  url: string,
  method = 'GET',
  agent = phone,
): Promise<{ status: number; location: string | null; type: string | null }> => {
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { 'user-agent': agent },
  });
  await response.arrayBuffer();
  const { status, headers } = response;
  return { status, location: headers.get('location'), type: headers.get('content-type') };
};

const counted = async (): Promise<unknown> => {
  const { opens, clicks } = await progressOf(app, tenantId, campaignId);
  return { opens, clicks };
};

const target = 'https://shop.example.jp/?a=1&b=%E6%98%A5';
const nothing = { opens: { human: 0, machine: 0 }, clicks: { human: 0, scanner: 0 } };

describe('links and pixels', () => {
  it('count nothing for HEAD', async () => {
    expect(await ask(link, 'HEAD')).toMatchObject({ status: 302, location: target });
    expect(await ask(pixel, 'HEAD')).toMatchObject({ status: 200, type: 'image/gif' });
    expect(await counted()).toEqual(nothing);
  });

  it('lead to the target and count people and machines apart', async () => {
    expect(await ask(link)).toMatchObject({ status: 302, location: target });
    await ask(link);
    await ask(link, 'GET', 'curl/8.5.0');
    await ask(pixel, 'GET', 'Mozilla/5.0');
    expect(await ask(pixel)).toMatchObject({ status: 200, type: 'image/gif' });
    expect(await counted()).toEqual({
      opens: { human: 1, machine: 1 },
      clicks: { human: 1, scanner: 1 },
    });
  });

  it('lead nowhere for a token that is not ours', async () => {
    const before = await counted();
    const altered = link.replace(/.$/, (c) => (c === 'a' ? 'e' : 'a'));
    expect(await ask(altered)).toMatchObject({ status: 404, location: null });
    expect(await ask(`${app.url}/c/https%3A%2F%2Fevil.example`)).toMatchObject({ status: 404 });
    expect(await ask(`${app.url}/o/nonsense.gif`)).toMatchObject({ status: 200 });
    expect(await counted()).toEqual(before);
  });

  it('lead on and count nothing from the moment the tenant wants no counting', async () => {
    await mailOut();
    await count(false);
    expect(await ask(link)).toMatchObject({ status: 302, location: target });
    expect(await ask(pixel)).toMatchObject({ status: 200, type: 'image/gif' });
    expect(await counted()).toEqual(nothing);
    await count(true);
    await ask(link);
    await ask(pixel);
    expect(await counted()).toEqual({
      opens: { human: 1, machine: 0 },
      clicks: { human: 1, scanner: 0 },
    });
  });
});
