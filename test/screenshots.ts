import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from '#test/browser';
import type { Browser, BrowserContext } from 'playwright-core';

// Pictures of the main pages in both languages and two widths, gathered on one sheet a language and width.
// It looks at a running program with the demo: npm start, then
//   npm run screenshots -- --url http://localhost:3000 --email owner@sakura.test --password …
// and, for the operators' pages too, --operator unei@example.jp --operator-password …

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    email: { type: 'string', default: 'owner@sakura.test' },
    password: { type: 'string' },
    operator: { type: 'string' },
    'operator-password': { type: 'string' },
  },
});

const images = join(import.meta.dirname, '../docs/images');
const pages = [
  ...['', 'campaigns', 'newsletters', 'migration-lists', 'segments', 'bounces', 'contract'],
  ...['contract/end', 'terms', 'support', 'settings/assistance'],
  ...['billing', 'notices', 'settings/sender', 'settings/domains', 'settings/members'],
  ...['settings/security', 'settings/api-keys', 'settings/webhooks', 'settings/audit'],
];
const operatorPages = [
  ...['', 'jobs', 'tenants', 'applications', 'approvals', 'privacy-requests', 'breaches'],
  ...['closing', 'documents', 'debits', 'transfers', 'arrears', 'decisions', 'prices', 'relays'],
  ...['reputation', 'inquiries', 'letters', 'interruptions', 'abuse-cases', 'detectors'],
  ...['migration-lists', 'calls', 'desk', 'leaks', 'audit', 'terms', 'holidays', 'staff'],
  ...['billing-settings', 'security', 'applications/new', 'refunds', 'prices/new', 'catalogue'],
  ...['banks'],
].map((path) => `operator/${path}`);
/** Those that the README shows, in Japanese and wide. */
const shown: Readonly<Record<string, string>> = { '': 'home', billing: 'billing' };
const widths = { wide: 1280, narrow: 390 } as const;

const nameOf = (path: string): string => path.replaceAll('/', '-') || 'home';

interface Visitor {
  readonly session: string;
  readonly email: string;
  readonly password: string;
  readonly pages: readonly string[];
  /** Goes into the name of the sheet. */
  readonly sheet: string;
}

const { operator, 'operator-password': operatorPassword = '' } = options;
const visitors: readonly Visitor[] = [
  {
    ...{ session: '/api/v1/session', pages, sheet: 'sheet' },
    ...{ email: options.email, password: options.password ?? '' },
  },
  ...(operator === undefined
    ? []
    : [
        {
          ...{ session: '/api/v1/operator/session', pages: operatorPages, sheet: 'sheet-operator' },
          ...{ email: operator, password: operatorPassword },
        },
      ]),
];

const signedIn = async (
  browser: Browser,
  { session, email, password }: Visitor,
  language: string,
  width: number,
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    baseURL: options.url,
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    viewport: { width, height: 900 },
  });
  const answer = await context.request.post(session, { data: { email, password } });
  if (!answer.ok()) throw new Error(`Could not sign in as ${email}: ${answer.status()}`);
  return context;
};

const shoot = async (
  context: BrowserContext,
  folder: string,
  paths: readonly string[],
): Promise<string[]> => {
  const page = await context.newPage();
  const files: string[] = [];
  for (const path of paths) {
    await page.goto(`/console/${path}`, { waitUntil: 'networkidle' });
    await page.locator('h1').first().waitFor();
    const file = join(folder, `${nameOf(path)}.png`);
    await page.screenshot({ path: file });
    files.push(file);
  }
  await page.close();
  return files;
};

/** All pictures side by side, each a fifth of a sheet wide. */
const sheet = async (browser: Browser, files: readonly string[], to: string): Promise<void> => {
  const sources = await Promise.all(
    files.map(async (file) => `data:image/png;base64,${(await readFile(file)).toString('base64')}`),
  );
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  await page.setContent(
    `<style>body{margin:8px;display:grid;grid-template-columns:repeat(4,1fr);gap:8px;background:#888}
     img{width:100%;display:block}</style>${sources.map((src) => `<img src="${src}" alt="">`).join('')}`,
  );
  await page.screenshot({ path: to, fullPage: true, type: 'jpeg', quality: 70 });
  await page.close();
};

const folder = join(tmpdir(), `hikyaku-screenshots-${process.pid}`);
const browser = await openBrowser();
try {
  await mkdir(images, { recursive: true });
  for (const language of ['ja', 'en'])
    for (const [kind, width] of Object.entries(widths))
      for (const visitor of visitors) {
        await mkdir(folder, { recursive: true });
        const context = await signedIn(browser, visitor, language, width);
        const files = await shoot(context, folder, visitor.pages);
        await context.close();
        await sheet(browser, files, join(images, `${visitor.sheet}-${language}-${kind}.jpg`));
        if (language === 'ja' && kind === 'wide' && visitor.sheet === 'sheet')
          for (const [path, name] of Object.entries(shown))
            await writeFile(
              join(images, `${name}.png`),
              await readFile(join(folder, `${nameOf(path)}.png`)),
            );
        process.stdout.write(`${visitor.sheet} ${language} ${width}: ${files.length} pages\n`);
      }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
