/**
 * Pictures of every page: of the public, of those who sign in, of members and of operators, in both languages and two
 * widths. It begins a platform of its own with the demo, lets people work in it, and writes a contact sheet:
 *   npm run screenshots            dist/screenshots/index.html, and the pictures that the README shows
 *   npm run screenshots -- --sheets    also a small sheet a language and width into docs/images
 *   npm run screenshots -- --only operator/terms    those alone whose path holds the words
 */
import { rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { testClient } from '#lib/accounts/testing';
import { openBrowser } from '#test/browser';
import { eventually } from '#test/eventually';
import { startCluster } from '#test/rig/cluster';
import { startProgram } from '#test/program';
import type { Browser, BrowserContext } from 'playwright-core';
import { asking } from './screenshots/asking.js';
import { contactSheet, smallSheet, topsOf } from './screenshots/contact-sheet.js';
import { deskScene } from './screenshots/desk-scene.js';
import { publicScene } from './screenshots/public-scene.js';
import { shoot } from './screenshots/shoot.js';
import { shopScene } from './screenshots/shop-scene.js';
import { walks } from './screenshots/walks.js';
import type { Walk } from './screenshots/walks.js';

const { values: options } = parseArgs({
  options: {
    sheets: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});

const root = join(import.meta.dirname, '..');
const folder = join(root, 'dist/screenshots');
const images = join(root, 'docs/images');

const languages = ['ja', 'en'] as const;
const widths = [1280, 360] as const;

/** What the README shows: the tops of these, in Japanese and wide. */
const shown = {
  'sign-up': ['public/ja-1280/sign-up', 'public/ja-360/message'],
  home: ['member/ja-1280/home'],
  billing: ['member/ja-1280/billing'],
} as const;

const owner = 'owner@sakura.test';
const neighbour = 'owner@aozora.test';
const operator = 'admin@hikyaku.test';
const session = '/api/v1/session';
const sessions = {
  member: session,
  neighbour: session,
  operator: '/api/v1/operator/session',
} as const;

/** The password that the program has printed for a log-in of its demo. */
const passwordOf = (output: string, email: string): string => {
  const [, password] = new RegExp(`${email} +(\\S+)`).exec(output) ?? [];
  if (!password) throw new Error(`The program printed no password of ${email}`);
  return password;
};

const cluster = await startCluster();
const program = await startProgram({ DEMO: 'true', LOG_LEVEL: 'warn' }, 600_000);
const browser = await openBrowser();
const { url } = program;
// It prints what people need once it serves.
await eventually(() => Promise.resolve(passwordOf(program.output(), operator)), 10_000);

const logIns = {
  member: { email: owner, password: passwordOf(program.output(), owner) },
  neighbour: { email: neighbour, password: passwordOf(program.output(), neighbour) },
  operator: { email: operator, password: passwordOf(program.output(), operator) },
};

const windowOf = async (
  { person }: Pick<Walk, 'person'>,
  language: string,
  width: number,
  tenantId: string,
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    baseURL: url,
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    viewport: { width, height: 900 },
  });
  if (person !== 'public' && person !== 'open') {
    const answer = await context.request.post(sessions[person], { data: logIns[person] });
    if (!answer.ok()) throw new Error(`Sign-in was answered with ${answer.status()}`);
  }
  // The question why one looks at a tenant is answered once a window.
  const reason = `sessionStorage.setItem('access-reason:${tenantId}', '請求書の宛名の確認')`;
  await context.addInitScript(reason);
  return context;
};

const all = async (chromium: Browser): Promise<void> => {
  const shop = asking(testClient(url, sessions.member, logIns.member), '/api/v1');
  const desk = asking(testClient(url, sessions.operator, logIns.operator), '/api/v1/operator');
  const shopIds = await shopScene(url, shop);
  const next = asking(testClient(url, session, logIns.neighbour), '/api/v1');
  await next.make('/settings/domains', { domain: 'mail.aozora.test' });
  const deskIds = await deskScene(url, desk);
  const [tenantId = ''] = deskIds.tenantId;
  await rm(folder, { recursive: true, force: true });
  const files: string[] = [];
  let reader = 0;
  for (const language of languages)
    for (const width of widths) {
      const visitor = await windowOf({ person: 'public' }, language, width, tenantId);
      const pages = await publicScene(url, visitor, owner, (reader += 1));
      for (const walk of walks(shopIds, deskIds, pages)) {
        const pictures = walk.pictures.filter(({ path }) => path.includes(options.only));
        const context = await windowOf(walk, language, width, tenantId);
        const to = join(folder, walk.person, `${language}-${width}`);
        files.push(...(await shoot(context, pictures, to)));
        await context.close();
        process.stdout.write(`${walk.person} ${language} ${width}: ${pictures.length}\n`);
      }
      await visitor.close();
    }
  await writeFile(join(folder, 'index.html'), contactSheet(folder, files, languages, widths));
  for (const [name, pictures] of Object.entries(options.only ? {} : shown))
    await topsOf(
      chromium,
      pictures.map((picture) => join(folder, `${picture}.png`)),
      join(images, `${name}.png`),
    );
  if (options.sheets)
    for (const language of languages)
      for (const width of widths) {
        const some = files.filter((file) => file.includes(`/${language}-${width}/`));
        const to = join(images, `sheet-${language}-${width}.jpg`);
        await smallSheet(chromium, some, to, width);
      }
  process.stdout.write(`${files.length} pictures: ${relative(root, join(folder, 'index.html'))}\n`);
};

try {
  await all(browser);
} finally {
  await browser.close();
  await program.stop();
  await cluster.stop();
}
