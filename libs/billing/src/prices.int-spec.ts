import { anonymousClient, operatorClient } from '#lib/accounts/testing';
import type { TestAnswer, TestClient } from '#lib/accounts/testing';
import { MovableClock } from '#lib/kernel';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { billingParts } from './testing/billing-parts.js';
import { testIssuer } from './testing/invoicing.js';

let test: TestApp;
let anna: TestClient;
let bert: TestClient;
let anybody: TestClient;

beforeAll(async () => {
  test = await startApp({ ...billingParts, clock: new MovableClock('2026-06-01T00:00:00+09:00') });
  anna = await operatorClient(test, 'billing');
  bert = await operatorClient(test, 'billing');
  anybody = anonymousClient(test.url);
});

afterAll(() => test.stop());

const of = ({ body }: TestAnswer): TestAnswer['body'] => body;

const course = {
  courseCode: 'STANDARD',
  setupFeeYen: 10_000,
  tiers: [
    { upTo: 2, monthlyFeeYen: 5_000 },
    { upTo: null, monthlyFeeYen: 14_800 },
  ],
  options: [],
};

const settings = {
  issuer: testIssuer,
  debitSchedule: { leadBusinessDays: 7, closesAtMinute: 960 },
};

describe('the operator says who issues invoices', () => {
  const path = '/api/v1/operator/billing/settings';

  it('with a registration number whose check digit is right', async () => {
    const issuer = { ...testIssuer, registrationNumber: 'T1234567890123' };
    const refused = await anna.put(path, { ...settings, issuer }, { 'If-Match': '"v0"' });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'billing.registration-check-digit' },
    });
  });

  it('and is told when somebody else was first', async () => {
    const saved = await anna.put(path, settings, { 'If-Match': '"v0"' });
    expect(saved).toMatchObject({ status: 200, body: { version: 1, ...settings } });
    const late = await bert.put(path, settings, { 'If-Match': '"v0"' });
    expect(late).toMatchObject({ status: 409, body: { code: 'billing.settings-changed' } });
  });
});

describe('price tables', () => {
  const path = '/api/v1/operator/prices';
  const june = { effectiveFrom: '2026-06', courses: [course] };

  it('are refused where the steps make no price', async () => {
    const tiers = [...course.tiers].reverse();
    const refused = await anna.post(path, { ...june, courses: [{ ...course, tiers }] });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'billing.tiers-step-after-last' },
    });
  });

  it('are drafted by one person, published by another, and then seen by everybody with tax', async () => {
    const { version } = of(await anna.post(path, june));
    expect(of(await anybody.get('/api/v1/prices'))).toEqual({ items: [] });
    expect(await anna.post(`${path}/${version}/publish`)).toMatchObject({
      status: 403,
      body: { code: 'billing.same-person' },
    });
    expect((await bert.post(`${path}/${version}/publish`)).status).toBe(200);
    expect(of(await anybody.get('/api/v1/prices'))).toEqual({
      items: [
        {
          effectiveFrom: '2026-06',
          courses: [
            {
              courseCode: 'STANDARD',
              setupFee: { yen: 10_000, withTaxYen: 11_000 },
              tiers: [
                { upTo: 2, yen: 5_000, withTaxYen: 5_500 },
                { upTo: null, yen: 14_800, withTaxYen: 16_280 },
              ],
              options: [],
            },
          ],
        },
      ],
    });
  });

  it('are never changed afterwards, nor published for a month that is being billed', async () => {
    const again = await anna.post(`${path}/1/publish`);
    expect(again).toMatchObject({ status: 409, body: { code: 'billing.prices-published' } });
    expect((await anna.delete(`${path}/1`)).status).toBe(404);
    const late = of(await anna.post(path, { ...june, effectiveFrom: '2026-05' }));
    const refused = await bert.post(`${path}/${late.version}/publish`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'billing.prices-too-late' } });
    expect((await anna.delete(`${path}/${late.version}`)).status).toBe(204);
  });
});
