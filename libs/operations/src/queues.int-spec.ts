import { anonymousClient, accountsParts, operatorClient } from '#lib/accounts/testing';
import { CampaignsModule } from '#lib/campaigns';
import { campaignsParts } from '#lib/campaigns/testing';
import { QueueDesk } from '#platform/queue';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { eventually } from '#test/eventually';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OperationsHttpModule, operationsPages } from './http.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({
    ...campaignsParts,
    modules: [...campaignsParts.modules, OperationsHttpModule],
    pages: [...accountsParts.pages, operationsPages],
    queue: true,
  });
});

afterAll(() => app.stop());

const path = '/api/v1/operator/queues';

describe('the queue desk', () => {
  it('shows how much waits, what failed and why, and tries it again', async () => {
    const support = await operatorClient(app, 'support');
    const queue = app.get(QueueDesk).queues().get('notices');
    await queue?.add('no.such-job', { id: 'x' }, { jobId: 'bad/1', attempts: 1 });
    const failed = await eventually(async () => {
      const { items } = (await support.get(`${path}/failed?queue=notices`)).body;
      expect(items).toHaveLength(1);
      return items;
    });
    expect(failed).toEqual([
      {
        id: 'bad/1',
        name: 'no.such-job',
        attempts: 1,
        reason: expect.stringContaining('no.such-job'),
        failedAt: expect.any(String),
      },
    ]);
    const { queues } = (await support.get(path)).body as { queues: { name: string }[] };
    expect(queues.find(({ name }) => name === 'notices')).toMatchObject({
      failed: 1,
      active: 0,
    });
    expect([
      (await support.post(`${path}/retry`, { queue: 'notices', jobId: 'bad/1' })).status,
      (await support.post(`${path}/retry`, { queue: 'notices', jobId: 'nobody' })).status,
      (await support.get(`${path}/failed?queue=x`)).status,
      (await (await operatorClient(app, 'billing')).get(path)).status,
    ]).toEqual([204, 404, 422, 403]);
  });
});

describe('the board of the queues', () => {
  it('is for operators only', async () => {
    const anonymous = anonymousClient(app.url);
    const support = await operatorClient(app, 'support');
    const billing = await operatorClient(app, 'billing');
    const answers = [
      await anonymous.get('/operator/queues'),
      await billing.get('/operator/queues/api/queues'),
      await support.get('/operator/queues'),
      await support.get('/operator/queues/api/queues'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 200, 200]);
    const { queues } = answers[3]?.body as { queues: { name: string; readOnlyMode: boolean }[] };
    expect(queues.find(({ name }) => name === 'notices')?.readOnlyMode).toBe(true);
  });
});

describe('metrics', () => {
  it('are shown to this machine, without names of anybody', async () => {
    const anonymous = anonymousClient(app.url);
    await anonymous.get('/health/live');
    const { status, body, headers } = await anonymous.get('/metrics');
    expect([status, headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/plain'),
    ]);
    expect(String(body)).toMatch(/^hikyaku_queue_jobs\{queue="delivery",state="waiting"\} 0$/m);
    expect(String(body)).toMatch(
      /^hikyaku_http_request_seconds_count\{method="GET",route="\/health\/live",status="200"\} 1$/m,
    );
    const forwarded = await anonymous.get('/metrics', { 'X-Forwarded-For': '192.0.2.1' });
    expect(forwarded.status).toBe(403);
  });

  it('need the token where one is set', async () => {
    const guarded = await startApp({
      ...campaignsParts,
      modules: [...campaignsParts.modules, CampaignsModule, OperationsHttpModule],
      pages: [...accountsParts.pages, operationsPages],
      env: { METRICS_TOKEN: 'sesame-street-42' },
    });
    try {
      const ask = async (token: string): Promise<number> =>
        (await anonymousClient(guarded.url).get('/metrics', { Authorization: token })).status;
      expect([await ask('Bearer x'), await ask(''), await ask('Bearer sesame-street-42')]).toEqual([
        403, 403, 200,
      ]);
    } finally {
      await guarded.stop();
    }
  });
});
