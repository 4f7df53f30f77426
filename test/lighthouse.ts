/**
 * Measures the main pages with Lighthouse, as the API serves their production build over loopback: those of the
 * console as on a desk, the public sign-up page as on a telephone. Fails where a score is below the wanted one.
 * `npm run lighthouse -- [--least 95] [--json]`
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
  options: { least: { type: 'string', default: '95' }, json: { type: 'boolean', default: false } },
});
const least = Number(values.least);
const categories = ['performance', 'accessibility', 'best-practices'];

interface Page {
  readonly name: string;
  readonly path: string;
  readonly isPublic?: boolean;
}

interface Result {
  readonly page: string;
  readonly scores: Readonly<Record<string, number>>;
  /** Audits that cost points, with what they say. */
  readonly found: readonly string[];
}

const measure = async (url: string, port: number, page: Page): Promise<Result> => {
  const run = await lighthouse(
    url + page.path,
    {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: categories,
      disableStorageReset: true,
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
  return { page: page.name, scores, found };
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
  for (const page of pages) {
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
