import { testClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { accessibilityProblems, openBrowser, withJavaScript } from '#test/browser';
import { eventually } from '#test/eventually';
import { startProgram } from '#test/program';
import type { Program, ProgramMail } from '#test/program';
import { scheduleSoon } from '#test/schedule-soon';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

const password = 'Sunflower-42-river';
const ownerAddress = 'okami@sakura.example.jp';
const readerAddress = 'hanako@example.jp';
const otherAddress = 'taro@example.jp';

let program: Program;
let browser: Browser;
let owner: TestClient;
let newsletterId: string;
let firstMail: ProgramMail;
/** Every public page that was shown, to be looked at again in both languages. */
const visited = new Set<string>();

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await program.stop();
});

const onPage = async (path: string, work: (page: Page) => Promise<void>): Promise<void> => {
  const page = await browser.newPage({ locale: 'ja-JP' });
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  try {
    await page.goto(new URL(path, program.url).href);
    visited.add(new URL(page.url()).pathname);
    await work(page);
    expect(faults).toEqual([]);
  } finally {
    await page.close();
  }
};

const linkIn = (text: string, page: string): string => {
  const link = new RegExp(`${program.url}/${page}/\\S+`).exec(text)?.[0];
  if (link === undefined) throw new Error(`No link to /${page}/`);
  return link;
};

const newest = async (address: string, subject: string): Promise<ProgramMail> =>
  eventually(async () => {
    const found = (await program.mailsTo(address)).find((mail) => mail.subject.includes(subject));
    if (!found) throw new Error(`No mail about ${subject}`);
    return found;
  });

const created = async (client: TestClient, path: string, body: object): Promise<string> => {
  const answer = await client.post(path, body);
  expect([path, answer.status]).toEqual([path, 201]);
  return (answer.body as { id: string }).id;
};

const signUp = async (address: string): Promise<void> => {
  await onPage('/t/sakura/weekly', async (page) => {
    await page.getByLabel('メールアドレス').fill(address);
    await page.getByLabel('お名前').fill('花子');
    await page.getByLabel('広告を含む').check();
    await page.getByRole('button', { name: '登録を申し込む' }).click();
    await page.getByRole('heading', { name: 'メールをご確認ください' }).waitFor();
    visited.add(new URL(page.url()).pathname);
  });
  const { text } = await newest(address, '確認');
  await onPage(linkIn(text, 'confirm'), async (page) => {
    await page.getByRole('button', { name: '登録を確定する' }).click();
    await page.getByRole('heading', { name: '登録が完了しました' }).waitFor();
  });
  await newest(address, 'ありがとうございます');
};

const scheduled = async (subject: string): Promise<{ id: string; at: Date }> => {
  const id = await created(owner, '/api/v1/campaigns', {
    subject,
    preheader: '桜の便り',
    text: '{{ subscriber.name | default: "お客様" }} さん、こんにちは。\n\n春です。',
    html: '<p>{{ subscriber.name }} さん、<a href="https://example.jp/haru">春です</a>。</p>',
    newsletterIds: [newsletterId],
  });
  return { id, at: await scheduleSoon(owner, id) };
};

const finished = (id: string): Promise<Record<string, unknown>> =>
  eventually(async () => {
    const answer = await owner.get(`/api/v1/campaigns/${id}`);
    const campaign = answer.body as Record<string, unknown>;
    expect(campaign['status']).toBe('sent');
    return campaign;
  });

describe('the main job, on the built program', () => {
  it('an operator registers a tenant, and its owner accepts the invitation that came by mail', async () => {
    const tenantId = await created(program.operator, '/api/v1/operator/tenants', {
      slug: 'sakura',
      name: 'さくら書店',
      locale: 'ja',
      ownerEmail: ownerAddress,
    });
    const serviceStartDate = '2026-01-01';
    const contract = `/api/v1/operator/tenants/${tenantId}/contract`;
    const opened = await program.operator.post(contract, { serviceStartDate });
    expect(opened.status).toBe(201);
    const { text } = await newest(ownerAddress, '招待');
    await onPage(linkIn(text, 'invitation'), async (page) => {
      await page.getByLabel('お名前').fill('女将 さくら');
      await page.getByLabel('パスワード').fill(password);
      await page.getByRole('button', { name: '参加する' }).click();
      await page.getByRole('heading', { name: '登録が完了しました' }).waitFor();
    });
    const credentials = { email: ownerAddress, password };
    owner = testClient(program.url, '/api/v1/session', credentials);
  });

  it('the owner says who sends, and publishes a newsletter with its form', async () => {
    const { headers } = await owner.get('/api/v1/settings/sender');
    const profile = {
      senderName: 'さくら書店',
      fromAddress: 'tayori@sakura.example.jp',
      legal: {
        name: 'さくら書店株式会社',
        postalAddress: '〒100-0001 東京都千代田区千代田1-1',
        contact: 'https://sakura.example.jp/contact',
      },
    };
    const ifMatch = { 'If-Match': headers.get('etag') ?? '' };
    expect((await owner.put('/api/v1/settings/sender', profile, ifMatch)).status).toBe(200);
    const newsletter = { slug: 'weekly', title: '週刊さくら', locale: 'ja' };
    newsletterId = await created(owner, '/api/v1/newsletters', newsletter);
    const form = `/api/v1/newsletters/${newsletterId}/form`;
    const label = { ja: 'お名前', en: 'Name' };
    const draft = await owner.put(`${form}/draft`, {
      fields: [{ name: 'name', type: 'text', required: false, label }],
      intro: { ja: '毎週の新刊をお知らせします。', en: 'New books every week.' },
      notice: {
        ja: 'さくら書店がメールマガジンの配信にのみ利用し、アクセス記録を保存します。',
        en: 'Sakura Books uses it for this newsletter only and logs access.',
      },
      consent: { ja: '広告を含むメールの受信に同意します。', en: 'I agree to advertising.' },
    });
    expect(draft.status).toBe(200);
    expect((await owner.post(`${form}/publish`)).status).toBeLessThan(300);
  });

  it('readers sign up on the form and confirm from the mail', async () => {
    await signUp(readerAddress);
    await signUp(otherAddress);
  });

  it('a campaign leaves at its time, and arrives with its headers right', async () => {
    const { id, at } = await scheduled('春の新刊');
    const campaign = await finished(id);
    const { progress } = campaign as { progress: { firstMailAt: string } };
    expect(new Date(progress.firstMailAt).getTime() - at.getTime()).toBeGreaterThanOrEqual(0);
    expect(progress).toMatchObject({ candidates: 2, accepted: 2, equationHolds: true });
    firstMail = await newest(readerAddress, '春の新刊');
    expect(firstMail.text).toContain('花子 さん、こんにちは。');
    expect(firstMail.text).toContain('さくら書店株式会社');
    expect(firstMail.from).toMatch(/^[^@]+@mail\.hikyaku\.test$/);
    expect(firstMail.from).not.toContain('hanako');
    expect(firstMail.headers).toMatchObject({
      'message-id': expect.stringMatching(/^<[^<>@\s]+@mail\.hikyaku\.test>$/),
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      'list-id': expect.stringMatching(/<[a-z0-9.-]+>$/),
      precedence: 'bulk',
    });
    const [https, mailto] = firstMail.headers['list-unsubscribe']?.split(/,\s*/) ?? [];
    expect(https).toMatch(new RegExp(`^<${program.url}/one-click/[^>]+>$`));
    expect(mailto).toMatch(/^<mailto:[^>]+@mail\.hikyaku\.test(\?[^>]*)?>$/);
  });

  it('one click in the mail program ends it, and the next campaign leaves that person out', async () => {
    const url = /<(https?:[^>]+)>/.exec(firstMail.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const answer = await fetch(url, { method: 'POST', body, redirect: 'error' });
    expect(answer.status).toBe(200);
    const { id } = await scheduled('初夏の新刊');
    expect(await finished(id)).toMatchObject({ progress: { candidates: 1, accepted: 1 } });
    await newest(otherAddress, '初夏の新刊');
    const subjects = (await program.mailsTo(readerAddress)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('新刊'))).toEqual(['春の新刊']);
  });
});

describe('every public page', () => {
  const pagesOf = async (): Promise<string[]> => {
    const goodbye = await newest(readerAddress, '停止');
    const { text } = await newest(otherAddress, '初夏の新刊');
    for (const link of [
      linkIn(goodbye.text, 'undo'),
      linkIn(text, 'u'),
      linkIn(`${text}\n${(await newest(otherAddress, 'ありがとう')).text}`, 'preferences'),
    ])
      visited.add(new URL(link).pathname);
    return [...visited, '/', '/mailbox', '/t/nobody/weekly', '/u/forged'];
  };

  it.each([
    ['ja', true],
    ['ja', false],
    ['en', true],
    ['en', false],
  ])('can be used by everybody, in %s, with JavaScript: %s', async (lang, javaScript) => {
    const page = await browser.newPage();
    const problems: Record<string, string[]> = {};
    for (const path of await pagesOf()) {
      await withJavaScript(page, javaScript);
      await page.goto(`${program.url}${path}?lang=${lang}`);
      await withJavaScript(page, true);
      const found = await accessibilityProblems(page);
      const language = await page.locator('html').getAttribute('lang');
      if (found.length > 0 || language !== lang) problems[path] = [String(language), ...found];
    }
    await page.close();
    expect(problems).toEqual({});
  });
});

it('writes no address into its log', () => {
  const lines = program.output().split('\n');
  const known = [ownerAddress, readerAddress, otherAddress, 'tayori@sakura.example.jp'];
  const telling = lines.filter((line) => known.some((address) => line.includes(address)));
  expect(lines.length).toBeGreaterThan(10);
  expect(telling).toEqual([]);
  expect(lines.filter((line) => /[\w.+-]+@[\w-]+\.\w/.test(line))).toEqual([]);
});
