import { anonymousClient, operatorClient, postedTo } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { MovableClock, asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { BindingTerms, ContractBook, InitialPayment, MaySend } from './index.js';
import { aPaperApplication, anApplication, contractsParts } from './testing.js';

const clock = new MovableClock('2026-01-05T10:00:00+09:00');
let relay: SmtpSink;
let app: TestApp;
let operator: TestClient;
let applicant: TestClient;

beforeAll(async () => {
  relay = await startSink();
  app = await startApp({ ...contractsParts, clock, env: { SMTP_URL: relay.url } });
  operator = await operatorClient(app, 'billing');
  applicant = anonymousClient(app.url);
});

afterAll(async () => {
  await app.stop();
  await relay.stop();
});

const applications = '/api/v1/operator/applications';
const of = (tenantId: TenantId): string => `/api/v1/operator/tenants/${tenantId}/contract`;

const accepted = async (id: string, slug: string): Promise<TenantId> => {
  const { status, body } = await operator.post(`${applications}/${id}/accept`, { slug });
  expect(status).toBe(200);
  return asTenantId(body.tenantId);
};

const pay = (tenantId: TenantId): Promise<void> =>
  app
    .get(Database)
    .inTenant(tenantId, (tx) =>
      app.get(InitialPayment).confirmed(tx, { tenantId, at: clock.now() }),
    );

const stage = async (tenantId: TenantId): Promise<string> =>
  (await operator.get(of(tenantId))).body.status;

const startOn = (tenantId: TenantId, serviceStartDate: string): ReturnType<TestClient['post']> =>
  operator.post(`${of(tenantId)}/start-notice`, { serviceStartDate });

describe('an application on the web', () => {
  it('becomes a contract that starts on its day, told with its term and cut-off', async () => {
    const { status, body } = await applicant.post('/api/v1/applications', anApplication());
    expect(status).toBe(201);
    expect((await postedTo(app, 'hanako@sakura.example.jp'))[0]?.text).toContain(body.id);
    const tenantId = await accepted(body.id, 'sakura');
    expect(await stage(tenantId)).toBe('applied');
    const early = await startOn(tenantId, '2026-01-15');
    expect([early.status, early.body.code]).toEqual([409, 'contracts.impossible']);

    await pay(tenantId);
    expect(await stage(tenantId)).toBe('ready');
    const past = await startOn(tenantId, '2026-01-04');
    expect([past.status, past.body.params.unmet]).toEqual([409, 'start-date-not-past']);
    const preview = await operator.get(`${of(tenantId)}/start-preview?serviceStartDate=2026-01-15`);
    expect(preview.body).toEqual({
      legalLastDay: '2026-07-14',
      minimumTermEnd: '2026-07-31',
      noticeBefore: '2026-06-30T15:00:00.000Z',
      firstFeeMonth: '2026-02',
      channel: 'mail',
      missing: [],
    });
    expect((await startOn(tenantId, '2026-01-15')).status).toBe(200);
    expect((await startOn(tenantId, '2026-01-20')).body.code).toBe('contracts.impossible');
    const mails = await postedTo(app, 'hanako@sakura.example.jp');
    const start = mails.find(({ subject }) => subject === '利用開始のご案内')?.text ?? '';
    expect(start).toContain('利用開始日: 2026年1月15日(木)');
    expect(start).toContain('最低利用期間の満了日: 2026年7月31日(金)');
    expect(start).toContain('2026年7月1日(水) 00:00');
    expect(mails.some(({ subject }) => subject.includes('招待'))).toBe(true);

    const maySend = (at: string): Promise<boolean> =>
      app
        .get(Database)
        .inTenant(tenantId, (tx) => app.get(MaySend).check(tx, tenantId, new Date(at)));
    expect(await maySend('2026-01-14T23:59:59.999+09:00')).toBe(false);
    expect(await maySend('2026-01-15T00:00:00+09:00')).toBe(true);
    clock.set('2026-01-15T00:00:00+09:00');
    await app.drain.sweep();
    expect(await stage(tenantId)).toBe('active');
    const book = await app
      .get(Database)
      .inTenant(tenantId, (tx) => app.get(ContractBook).of(tx, tenantId));
    expect(book).toMatchObject({ stage: 'active', billingScheme: 'ADVANCE_TRUEUP' });
    expect([book?.minimumTermEnd?.toString(), book?.billTo.nameKana]).toEqual([
      '2026-07-31',
      'カブシキガイシャサクラショウテン',
    ]);
    expect(book?.courses.map(({ courseCode, from }) => `${courseCode} ${from.toString()}`)).toEqual(
      ['STANDARD 2026-01'],
    );
  });

  it.each([
    [
      'accepted',
      { accepted: { terms: true, consent: false, prohibitedActs: true } },
      'contracts.not-accepted',
    ],
    ['course', { courseCode: 'GOLD' }, 'contracts.unknown-course'],
    ['option', { optionCodes: ['SMS'] }, 'contracts.unknown-option'],
    ['offer', { offerCode: 'SPRING' }, 'contracts.unknown-offer'],
    ['address', anApplication({ pcEmail: 'not an address' }), 'contracts.bad-address'],
  ])('is refused with a clear word about its %s', async (_, changes, code) => {
    const { status, body } = await applicant.post('/api/v1/applications', {
      ...anApplication(),
      ...changes,
    });
    expect([status, body.code]).toEqual([422, code]);
  });

  it('can be withdrawn by its token, once, until the start notice', async () => {
    const { body } = await applicant.post('/api/v1/applications', anApplication());
    const tenantId = await accepted(body.id, 'withdrawn');
    const withdraw = (token: string): Promise<number> =>
      applicant.post('/api/v1/applications/withdrawal', { token }).then(({ status }) => status);
    expect([await withdraw('x'), await withdraw(body.token), await withdraw(body.token)]).toEqual([
      404, 204, 409,
    ]);
    expect(await stage(tenantId)).toBe('withdrawn');
    const mails = await postedTo(app, 'hanako@sakura.example.jp');
    expect(mails.some(({ text }) => text.includes(`${body.id as string}) の取り下げ`))).toBe(true);
    expect((await operator.get(`${applications}/${body.id}`)).body).toMatchObject({
      state: 'withdrawn',
      tenantId,
    });
  });

  it('is turned down with a reason, and nobody is left to sign in', async () => {
    const { body } = await applicant.post('/api/v1/applications', anApplication());
    const tenantId = await accepted(body.id, 'rejected');
    const reject = await operator.post(`${applications}/${body.id}/reject`, {
      reason: 'false-or-incomplete',
    });
    expect([reject.status, await stage(tenantId)]).toEqual([204, 'rejected']);
    const mails = await postedTo(app, 'hanako@sakura.example.jp');
    const mail = mails.find(({ subject }) => subject === 'お申込みについて');
    expect(mail?.text).toContain('虚偽または不備');
  });

  it('is answered in the language of whoever applied, also as a tenant', async () => {
    const inEnglish = { ...anApplication({ pcEmail: 'ann@example.com' }), locale: 'en' };
    const { body } = await applicant.post('/api/v1/applications', inEnglish);
    const other = await applicant.post('/api/v1/applications', inEnglish);
    await operator.post(`${applications}/${other.body.id}/reject`, { reason: 'unsuitable' });
    const mails = await postedTo(app, 'ann@example.com');
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'About your application',
      'We have received your application',
      'We have received your application',
    ]);
    const tenantId = await accepted(body.id, 'english');
    await pay(tenantId);
    await startOn(tenantId, '2026-01-15');
    const [start] = (await postedTo(app, 'ann@example.com')).filter(
      ({ subject }) => subject === 'Notice of the start of service',
    );
    expect(start?.text).toContain('First month with a fee: Feb 2026');
  });
});

describe('an application on paper', () => {
  it('waits for its form; without a PC address the start notice is a letter', async () => {
    const recorded = await operator.post(applications, aPaperApplication());
    expect(recorded.status).toBe(201);
    const { id } = recorded.body;
    const shown = await operator.get(`${applications}/${id}`);
    expect(shown.body).toMatchObject({
      channel: 'partner',
      partnerName: '代理店A',
      appliedAt: '2026-01-03T15:00:00.000Z',
      formArrivedAt: null,
      warnings: [],
      scans: [{ name: '申込書.pdf', type: 'application/pdf' }],
    });
    const scan = await fetch(`${app.url}${applications}/${id}/scans/${shown.body.scans[0].id}`);
    expect(scan.status).toBe(401);

    const tenantId = await accepted(id, 'paper');
    await pay(tenantId);
    expect(await stage(tenantId)).toBe('applied');
    const arrived = await operator.post(`${applications}/${id}/form-arrived`, {
      arrivedOn: '2026-01-14',
    });
    expect([arrived.status, await stage(tenantId)]).toEqual([204, 'ready']);
    const ownerEmail = 'owner@paper.example.jp';
    const started = await operator.post(`${of(tenantId)}/start-notice`, {
      serviceStartDate: '2026-02-01',
      ownerEmail,
    });
    expect(await postedTo(app, ownerEmail)).toHaveLength(1);
    expect(started.body).toMatchObject({ status: 'start-notified', minimumTermEnd: '2026-04-30' });

    const { body } = await operator.get('/api/v1/operator/letters');
    expect(body.items).toMatchObject([{ tenantId, kind: 'contracts.start-notice' }]);
    const letter = `/api/v1/operator/letters/${body.items[0].id}`;
    const pdf = await operator.get(`${letter}/pdf`);
    expect([pdf.headers.get('content-type'), String(pdf.body).slice(0, 5)]).toEqual([
      'application/pdf',
      '%PDF-',
    ]);
    const steps = [
      await operator.post(`${letter}/delivered`, { deliveredOn: '2026-01-15' }),
      await operator.post(`${letter}/printed`),
      await operator.post(`${letter}/posted`),
      await operator.post(`${letter}/delivered`, { deliveredOn: '2026-01-15' }),
      await operator.post(`${letter}/returned`),
    ];
    expect(steps.map(({ status }) => status)).toEqual([422, 204, 204, 204, 409]);
  });

  it('is warned about when a carrier’s address is given for a PC', async () => {
    const applicantOnPhone = { ...anApplication({ pcEmail: 'a..b.@docomo.ne.jp' }) };
    const recorded = await operator.post(applications, {
      ...aPaperApplication(),
      ...applicantOnPhone,
    });
    const { body } = await operator.get(`${applications}/${recorded.body.id}`);
    expect(body.warnings).toEqual(['carrier-domain']);
  });

  it.each([
    [
      'is no PDF',
      { scans: [{ name: 'x.pdf', type: 'application/pdf', content: 'aGVsbG8=' }] },
      'contracts.bad-scan',
    ],
    ['was applied for tomorrow', { appliedOn: '2026-01-16' }, 'contracts.in-future'],
    ['has arrived tomorrow', { formArrivedOn: '2026-01-16' }, 'contracts.in-future'],
    [
      'has a minimum term of half a month',
      { formRules: { minimumTermMonths: 0.5 } },
      'request.invalid',
    ],
  ])('is refused when it %s', async (_, changes, code) => {
    const { status, body } = await operator.post(applications, aPaperApplication(changes));
    expect([status, body.code]).toEqual([422, code]);
  });
});

describe('whoever applies', () => {
  it('must agree to terms that bind at that instant, once any are published', async () => {
    const publish = (number: number, hash: string, bindsFrom: string): Promise<void> =>
      app.get(Database).asSystem((tx) =>
        app.get(BindingTerms).published(tx, {
          documentId: '0190b2a0-0000-7000-8000-000000000001',
          number,
          hash: hash.repeat(32),
          bindsFrom: new Date(bindsFrom),
        }),
      );
    await publish(1, 'ab', '2025-01-01T00:00:00+09:00');
    await publish(2, 'cd', '2026-01-16T00:00:00+09:00');
    const apply = async (termsVersion: string, hash: string): Promise<unknown[]> => {
      const version = { termsVersion, termsHash: hash.repeat(32) };
      const { status, body } = await applicant.post('/api/v1/applications', {
        ...anApplication(),
        ...version,
      });
      return [status, body.code];
    };
    const refused = [422, 'contracts.terms-not-in-force'];
    clock.set('2026-01-15T23:59:59.999+09:00');
    expect([await apply('1', 'AB'), await apply('2', 'cd'), await apply('1', 'ee')]).toEqual([
      [201, undefined],
      refused,
      refused,
    ]);
    clock.set('2026-01-16T00:00:00+09:00');
    expect([await apply('1', 'ab'), await apply('2', 'cd')]).toEqual([refused, [201, undefined]]);
    const onPaper = {
      ...aPaperApplication({ appliedOn: '2026-01-15' }),
      termsHash: 'ab'.repeat(32),
    };
    const recorded = await operator.post(applications, onPaper);
    const older = { ...onPaper, appliedOn: '2024-12-31', termsVersion: '0' };
    expect((await operator.post(applications, older)).status).toBe(201);
    const late = await operator.post(applications, { ...onPaper, appliedOn: '2026-01-16' });
    expect([recorded.status, late.body.code]).toEqual([201, 'contracts.terms-not-in-force']);
  });
});
