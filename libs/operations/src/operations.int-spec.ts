import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accountsParts } from '#lib/accounts/testing';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { HomeLinks, OperationsHttpModule, operationsPages } from './http.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({
    ...accountsParts,
    modules: [...accountsParts.modules, OperationsHttpModule],
    pages: [...accountsParts.pages, operationsPages],
  });
});

afterAll(() => app.stop());

const linksIn = (html: string): string[][] =>
  [...html.matchAll(/<a href="(.*?)">(.*?)<\/a>/g)].map(([, path = '', label = '']) => [
    path,
    label,
  ]);

test('the home page leads, in the language of its reader, to what the process serves', async () => {
  const label = { ja: '絵本 & 登録', en: 'Picture books' };
  app.get(HomeLinks).add({ path: '/t/sakura/ehon', label });
  const read = async (language: string): Promise<string[][]> =>
    linksIn(await (await fetch(app.url, { headers: { 'Accept-Language': language } })).text());
  expect({ ja: await read('ja'), en: await read('en') }).toEqual({
    ja: [
      ['/t/sakura/ehon', '絵本 &amp; 登録'],
      ['/console/', '管理画面'],
      ['/console/operator', '運営の管理画面'],
      ['/api/docs', 'API の説明書'],
      ['/health/ready', '稼働状態'],
    ],
    en: [
      ['/t/sakura/ehon', 'Picture books'],
      ['/console/', 'Console'],
      ['/console/operator', 'Console of the operators'],
      ['/api/docs', 'API reference'],
      ['/health/ready', 'Health'],
    ],
  });
});

test.each(['live', 'ready'])('%s answers whoever asks', async (what) => {
  const response = await fetch(`${app.url}/health/${what}`);
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
});
