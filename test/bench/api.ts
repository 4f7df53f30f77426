/**
 * Times every list and chart that the console reads, on a generated base of readers and campaigns.
 * `npm run bench:api -- [--subscribers 1000000] [--campaigns 500] [--rounds 40] [--json]`
 */
import 'reflect-metadata';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { creditedInvoice } from '#lib/billing/testing';
import { activeTenant } from '#lib/contracts/testing';
import { operatorClient } from '#lib/accounts/testing';
import { aDraft } from '#lib/campaigns/testing';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startCalendarPlatform } from '#test/platform';
import { startCluster } from '#test/rig/cluster';
import { openTables } from '#test/tables';
import { generateBase } from './api-base.js';

const { values } = parseArgs({
  options: {
    subscribers: { type: 'string', default: '1000000' },
    campaigns: { type: 'string', default: '500' },
    rounds: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const allowedMs = 100;
const say = (text: string): void => {
  if (!values.json) console.log(text);
};

interface Figure {
  readonly route: string;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

const cluster = await startCluster();
const platform = await startCalendarPlatform();
const tables = await openTables(platform.databaseUrl);
try {
  const { tenantId, client } = await activeTenant(platform, { slug: 'large' });
  await creditedInvoice(platform, tenantId);
  const newsletterId = await aNewsletter(platform, tenantId);
  await someSubscribers(platform, tenantId, newsletterId, 2);
  const campaignId = await aDraft(client, newsletterId);
  await client.post(`/api/v1/campaigns/${campaignId}/send-now`);
  await platform.drain.runDue();
  say(`${values.subscribers} readers and ${values.campaigns} campaigns are made …`);
  await generateBase(platform, tables, {
    tenantId,
    newsletterId,
    campaignId,
    subscribers: Number(values.subscribers),
    campaigns: Number(values.campaigns),
  });
  await platform.drain.sweep();
  const operator = await operatorClient(platform);
  const ofTenant = [
    '/api/v1/me',
    '/api/v1/campaigns',
    '/api/v1/campaigns?status=sent&limit=200',
    `/api/v1/campaigns/${campaignId}`,
    `/api/v1/campaigns/${campaignId}/reactions`,
    `/api/v1/campaigns/${campaignId}/problems`,
    `/api/v1/campaigns/${campaignId}/history`,
    `/api/v1/campaigns/${campaignId}/unknown`,
    `/api/v1/campaigns/${campaignId}/check`,
    '/api/v1/newsletters',
    `/api/v1/newsletters/${newsletterId}/stats`,
    `/api/v1/newsletters/${newsletterId}/sources`,
    '/api/v1/segments',
    '/api/v1/templates',
    '/api/v1/images',
    '/api/v1/migration-lists',
    '/api/v1/members',
    '/api/v1/sessions',
    '/api/v1/audit',
    '/api/v1/audit?action=campaign.',
    '/api/v1/contract',
    '/api/v1/billing/peak',
    '/api/v1/billing/invoices',
    '/api/v1/billing/payments',
    '/api/v1/bounces/summary',
    '/api/v1/bounces/removals',
    '/api/v1/notices',
    '/api/v1/inquiries',
    '/api/v1/webhooks',
    '/api/v1/settings/domains',
  ];
  const ofOperator = [
    '/api/v1/operator/tenants',
    '/api/v1/operator/tenants?search=lar',
    '/api/v1/operator/audit',
    '/api/v1/operator/queues',
    '/api/v1/operator/delivery',
    '/api/v1/operator/applications',
    '/api/v1/operator/contract-inbox',
    '/api/v1/operator/arrears',
    '/api/v1/operator/billing/overview',
    '/api/v1/operator/documents',
    '/api/v1/operator/transfers',
    '/api/v1/operator/mandates',
    '/api/v1/operator/letters',
    '/api/v1/operator/inquiries',
    '/api/v1/operator/bounces/sender-caused',
    '/api/v1/operator/quality-gates',
    '/api/v1/operator/campaign-reviews',
    '/api/v1/operator/migration-lists',
    `/api/v1/operator/tenants/${tenantId}/contract`,
  ];
  const audiences = [
    { newsletterIds: [newsletterId], condition: null },
    { newsletterIds: [newsletterId], condition: { joined: 'within-days', value: 90 } },
  ];
  const figures: Figure[] = [];
  for (const route of ofTenant) figures.push(await time(route, () => client.get(route)));
  for (const route of ofOperator) figures.push(await time(route, () => operator.get(route)));
  // Counted anew while the last number stays on the screen: told, not judged.
  const counts: Figure[] = [];
  for (const body of audiences)
    counts.push(
      await time(`count of ${JSON.stringify(body.condition ?? 'all readers')}`, () =>
        client.post('/api/v1/audience/count', body),
      ),
    );
  const slow = figures.filter(({ p95Ms }) => p95Ms > allowedMs);
  if (values.json)
    console.log(
      JSON.stringify({ subscribers: Number(values.subscribers), allowedMs, figures, counts, slow }),
    );
  else console.table(figures);
  process.exitCode = slow.length > 0 ? 1 : 0;
} finally {
  await tables.close();
  await platform.stop();
  await cluster.stop();
}

async function time(route: string, ask: () => Promise<{ status: number }>): Promise<Figure> {
  const times: number[] = [];
  for (let i = 0; i < rounds + 3; i++) {
    const start = performance.now();
    const { status } = await ask();
    if (status >= 300) throw new Error(`${route} was answered with ${status}`);
    if (i >= 3) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 10) /
    10;
  const figure = { route, p50Ms: at(0.5), p95Ms: at(0.95) };
  say(`${figure.p50Ms} ms, ${figure.p95Ms} ms  ${route}`);
  return figure;
}
