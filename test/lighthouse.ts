/**
 * Measures the main pages with Lighthouse, as the API serves their production build over loopback: those of the
 * console as on a desk, the public sign-up page as on a telephone. Every page is looked at several times and judged by
 * the median run; fails where a score is below the wanted one.
 * `npm run lighthouse -- [--least 95] [--runs 3] [--page home] [--json]`
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { aMember, testPassword } from '#lib/accounts/testing';
import { chromiumPath } from '#test/browser';
import { aBusyTenant } from '#test/busy-tenant';
import { freePort } from '#test/free-port';
import { startCalendarPlatform } from '#test/platform';
import { startCluster } from '#test/rig/cluster';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright-core';

const { values } = parseArgs({
  options: {
    least: { type: 'string', default: '95' },
    runs: { type: 'string', default: '3' },
    page: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const least = Number(values.least);
const runs = Number(values.runs);
const categories = ['performance', 'accessibility', 'best-practices'];

interface Page {
  readonly name: string;
  readonly path: string;
  readonly isPublic?: boolean;
}

/** What the score of performance is made of: milliseconds, the last without a unit. */
const measures = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'speed-index',
  'total-blocking-time',
  'cumulative-layout-shift',
];

interface Result {
  readonly page: string;
  readonly scores: Readonly<Record<string, number>>;
  readonly measured: Readonly<Record<string, number>>;
  /** Audits that cost points, with what they say. */
  readonly found: readonly string[];
}

const measureOnce = async (url: string, port: number, page: Page): Promise<Result> => {
  const run = await lighthouse(
    url + page.path,
    {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: categories,
    },
    page.isPublic ? undefined : desktopConfig,
  );
  if (!run) throw new Error(`Lighthouse said nothing about ${page.name}`);
  const { lhr } = run;
  const scores = Object.fromEntries(
    categories.map((name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)]),
  );
  const found = Object.values(lhr.audits)
    .filter(
      ({ score, scoreDisplayMode }) =>
        score !== null && score < 0.9 && scoreDisplayMode !== 'informative',
    )
    .map(({ id, displayValue }) => (displayValue ? `${id}: ${displayValue}` : id));
  const measured = Object.fromEntries(
    measures.map((id) => [id, Math.round((lhr.audits[id]?.numericValue ?? NaN) * 1000) / 1000]),
  );
  return { page: page.name, scores, measured, found };
};

/** The run in the middle by performance. */
const measure = async (url: string, port: number, page: Page): Promise<Result> => {
  const results: Result[] = [];
  while (results.length < runs) results.push(await measureOnce(url, port, page));
  const performance = ({ scores }: Result): number => scores['performance'] ?? 0;
  const middle = results.sort((a, b) => performance(a) - performance(b))[Math.floor(runs / 2)];
  if (!middle) throw new Error('Nothing to measure in no runs');
  return middle;
};

const cluster = await startCluster();
const platform = await startCalendarPlatform();
const port = await freePort();
const context = await chromium.launchPersistentContext('', {
  executablePath: await chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
});
try {
  const { tenantId, slug, ids } = await aBusyTenant(platform, 'sakura');
  const { email } = await aMember(platform, { tenantId, slug, role: 'owner' });
  const data = { email, password: testPassword, tenant: slug };
  const answer = await context.request.post(`${platform.url}/api/v1/session`, { data });
  if (!answer.ok()) throw new Error(`Could not sign in: ${answer.status()}`);
  const [draft, , sent] = ids['campaignId'] ?? [];
  const pages: Page[] = [
    { name: 'home', path: '/console/' },
    { name: 'composer', path: `/console/campaigns/${draft ?? ''}/edit/content` },
    { name: 'report', path: `/console/campaigns/${sent ?? ''}` },
    { name: 'sign-up page', path: `/t/${slug}/news`, isPublic: true },
  ];
  const results: Result[] = [];
  for (const page of pages.filter(({ name }) => (values.page ?? name) === name)) {
    const result = await measure(platform.url, port, page);
    results.push(result);
    if (!values.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ least, results }, null, 2)}\n`);
  if (results.some(({ scores }) => Object.values(scores).some((score) => score < least)))
    process.exitCode = 1;
} finally {
  await context.close();
  await platform.stop();
  await cluster.stop();
}
