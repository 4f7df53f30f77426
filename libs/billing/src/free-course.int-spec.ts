import { anonymousClient, operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { anApplication } from '#lib/contracts/testing';
import { MovableClock } from '#lib/kernel';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { billingParts } from './testing/billing-parts.js';
import { testIssuer } from './testing/invoicing.js';

let relay: SmtpSink;
let test: TestApp;
let anna: TestClient;
let bert: TestClient;

beforeAll(async () => {
  relay = await startSink();
  const clock = new MovableClock('2026-01-01T00:00:00+09:00');
  test = await startApp({ ...billingParts, clock, env: { SMTP_URL: relay.url } });
  anna = await operatorClient(test, 'admin');
  bert = await operatorClient(test, 'admin');
});

afterAll(async () => {
  await test.stop();
  await relay.stop();
});

it('a trial that costs nothing starts without a payment, and without an invoice (W1.1, W4.1)', async () => {
  const names = { ja: 'お試し', en: 'Trial' };
  await anna.post('/api/v1/operator/courses', { code: 'TRIAL', names, onSale: true });
  const issuing = { leadBusinessDays: 7, closesAtMinute: 960 };
  const settings = { issuer: testIssuer, debitSchedule: issuing };
  await anna.put('/api/v1/operator/billing/settings', settings, { 'If-Match': '"v0"' });
  const tiers = [{ upTo: null, monthlyFeeYen: 0 }];
  const courses = [{ courseCode: 'TRIAL', setupFeeYen: 0, tiers, options: [] }];
  await anna.post('/api/v1/operator/prices', { effectiveFrom: '2026-01', courses });
  await bert.post('/api/v1/operator/prices/1/publish');

  const form = { ...anApplication(), courseCode: 'TRIAL' };
  const { body } = await anonymousClient(test.url).post('/api/v1/applications', form);
  const application = `/api/v1/operator/applications/${body.id as string}`;
  const accepted = await anna.post(`${application}/accept`, { slug: 'trial' });
  await test.drain.runDue();
  const tenant = `/api/v1/operator/tenants/${accepted.body.tenantId as string}`;
  expect((await anna.get(`${tenant}/invoices`)).body).toMatchObject({ items: [] });
  expect(JSON.stringify((await anna.get(`${tenant}/contract`)).body)).toContain(
    '"initialPaidAt":"2025-12-31T15:00:00.000Z"',
  );
});
