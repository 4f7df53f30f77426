import { anonymousClient, operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { MovableClock, asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { ContractBook } from './index.js';
import { aPaperApplication, contractsParts } from './testing.js';

const clock = new MovableClock('2026-01-15T10:00:00+09:00');
let app: TestApp;
let operator: TestClient;
let applicant: TestClient;

beforeAll(async () => {
  app = await startApp({ ...contractsParts, clock });
  operator = await operatorClient(app, 'billing');
  applicant = anonymousClient(app.url);
});

afterAll(() => app.stop());

const applications = '/api/v1/operator/applications';
const accepted = async (id: string, slug: string): Promise<TenantId> => {
  const { status, body } = await operator.post(`${applications}/${id}/accept`, { slug });
  expect(status).toBe(200);
  return asTenantId(body.tenantId);
};

describe('what is on offer', () => {
  it('changes the rules of those who apply under it, the form being the strongest', async () => {
    const offer = {
      code: 'SPRING',
      names: { ja: '春のキャンペーン', en: 'Spring offer' },
      termRules: { minimumTermMonths: 12, firstMonth: 'full' },
      firstDay: '2026-01-01',
      lastDay: '2026-01-31',
    };
    expect((await operator.post('/api/v1/operator/offers', offer)).status).toBe(204);
    expect((await operator.post('/api/v1/operator/offers', offer)).body.code).toBe(
      'contracts.code-taken',
    );
    const arrears = {
      code: 'ARREARS',
      names: { ja: '後払い', en: 'Arrears' },
      termRules: { billingMode: 'arrears', minimumTermMonths: 24 },
      onSale: true,
    };
    await operator.post('/api/v1/operator/courses', arrears);
    const recorded = await operator.post(
      applications,
      aPaperApplication({
        courseCode: 'ARREARS',
        offerCode: 'SPRING',
        formRules: { firstMonth: 'prorated' },
      }),
    );
    const tenantId = await accepted(recorded.body.id, 'spring');
    const book = await app
      .get(Database)
      .inTenant(tenantId, (tx) => app.get(ContractBook).of(tx, tenantId));
    expect(book?.billingScheme).toBe('ARREARS');
    expect(book?.terms).toEqual({
      rules: {
        minimumTermMonths: 12,
        renewalMonths: 1,
        firstMonth: 'prorated',
        refundable: false,
        billingMode: 'arrears',
      },
      sources: {
        minimumTermMonths: 'campaign',
        renewalMonths: 'terms',
        firstMonth: 'application-form',
        refundable: 'terms',
        billingMode: 'course',
      },
    });
    const { body } = await applicant.get('/api/v1/catalogue');
    expect((body as { courses: { code: string }[] }).courses.map(({ code }) => code)).toEqual([
      'ARREARS',
      'STANDARD',
    ]);
  });
});
