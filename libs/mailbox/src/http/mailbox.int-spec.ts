import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Clock, MovableClock } from '#lib/kernel';
import { Config, ConfigModule, loadEnvironment } from '#platform/config';
import { createHttpApp, HttpModule } from '#platform/http';
import { LogModule } from '#platform/log';
import { Module, type INestApplication } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Mailbox, MailboxModule } from '../index.js';

const settings = loadEnvironment({
  PUBLIC_URL: 'http://localhost',
  LOG_LEVEL: 'silent',
});

@Module({ providers: [{ provide: Clock, useFactory: clock }], exports: [Clock] })
class ClockModule {}

@Module({
  imports: [
    { module: ClockModule, global: true },
    ConfigModule.of(new Config(settings)),
    LogModule,
    HttpModule.withPages([]),
    MailboxModule,
  ],
})
class MailboxApp {}

let directory: string;
let app: INestApplication;
let mailbox: Mailbox;
let transport: Transporter;
let origin: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hikyaku-mailbox-'));
  app = await createHttpApp(MailboxApp);
  await app.listen(0, '127.0.0.1');
  origin = await app.getUrl();
  mailbox = app.get(Mailbox);
});

afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true, force: true });
});

test('a mailbox that does not run says so', async () => {
  const page = await get('/mailbox');
  expect({ status: page.status, text: page.text.includes('mailbox.not-running') }).toEqual({
    status: 404,
    text: true,
  });
});

describe('a running mailbox', () => {
  beforeAll(async () => {
    await mailbox.start({ directory, port: 0 });
    transport = createTransport({ host: '127.0.0.1', port: mailbox.port, pool: true });
  });

  afterAll(async () => {
    transport.close();
    await mailbox.stop();
  });

  beforeEach(() => mailbox.clear());

  test('an empty list explains itself in Japanese, in English on request', async () => {
    const japanese = await get('/mailbox');
    const english = await get('/mailbox?lang=en');
    expect([japanese, english].map(({ status, text }) => [status, headings(text)])).toEqual([
      [200, ['メール']],
      [200, ['Messages']],
    ]);
    expect(japanese.text).toContain('まだメールはありません');
    expect(english.text).toContain('No messages yet');
    expect(await get('/mailbox?lang=fr', { 'accept-language': 'en' })).toMatchObject({
      text: expect.stringContaining('No messages yet'),
    });
  });

  test('the list shows the newest first, 50 a page, and finds a recipient', async () => {
    for (let n = 1; n <= 51; n += 1) await send(`r${n}@example.jp`, { subject: `件名${n}` });
    const subjects = async (query: string): Promise<string[]> =>
      [...(await get(`/mailbox?${query}`)).text.matchAll(/>(件名\d+)</g)].map(([, s]) => s ?? '');
    const first = await subjects('');
    expect([first.length, first[0], first[49]]).toEqual([50, '件名51', '件名2']);
    expect(await subjects('page=2&search=&lang=')).toEqual(['件名1']);
    expect(await subjects('search=R51@')).toEqual(['件名51']);
    expect((await get('/mailbox')).text).toContain('51件中 1〜50件目');
  });

  test('a message shows its text with links, its HTML in a sandbox, and harms nobody', async () => {
    const evil = '<script>alert(1)</script>';
    await send('taro@example.jp', {
      subject: `お知らせ${evil}`,
      text: `登録は https://hikyaku.test/c?t=1 ${evil}`,
      html: `<!doctype html><html><head><title>x</title></head><body>${evil}<b>太字</b></body></html>`,
    });
    const [{ id } = { id: '' }] = mailbox.find();
    const page = await get(`/mailbox/messages/${id}`);
    expect(page.text).not.toContain(evil);
    expect(headings(page.text)).toEqual(['お知らせ&lt;script&gt;alert(1)&lt;/script&gt;']);
    expect(page.text).toContain(
      '<a href="https://hikyaku.test/c?t=1" target="_blank" rel="noreferrer">',
    );
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.text).toMatch(
      /<iframe src="\/mailbox\/messages\/\d+\/html" sandbox="(?!.*scripts)/,
    );

    const frame = await get(`/mailbox/messages/${id}/html`);
    expect(frame.text).toMatch(/^<!doctype html><html><head><base target="_blank"><title>/);
    expect(frame.headers.get('content-security-policy')).toBe(
      "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    );
  });

  test.each(['/mailbox/messages/000000000', '/mailbox/messages/..%2f..%2fpackage.json/html'])(
    '%s is not there',
    async (path) => {
      const { status, text } = await get(path);
      expect([status, text.includes('mailbox.message-not-found')]).toEqual([404, true]);
    },
  );

  test('the style sheet is served', async () => {
    const { status, headers } = await get('/mailbox/mailbox.css');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  });

  test('the API lists, opens, gives the source and clears', async () => {
    await send('taro@example.jp', { subject: '一', text: 'one' });
    await send('hanako@example.jp', { subject: '二', text: 'two' });
    const all = await json('/mailbox/api/messages?limit=1');
    const taro = await json('/mailbox/api/messages?to=TARO@example.jp');
    const [{ id } = { id: '' }] = mailbox.find({ to: 'taro@example.jp' });
    const envelope = {
      id,
      receivedAt: '2026-01-31T14:59:59.000Z',
      from: 'shop@example.jp',
      to: ['taro@example.jp'],
    };
    expect(all).toMatchObject({ total: 2, items: [{ to: ['hanako@example.jp'] }] });
    expect(taro).toEqual({ total: 1, items: [envelope] });
    expect(await json(`/mailbox/api/messages/${id}`)).toMatchObject({
      envelope,
      message: { subject: '一', text: 'one\n', html: '', attachments: [] },
    });
    const raw = await get(`/mailbox/api/messages/${id}/raw`);
    expect([raw.headers.get('content-type'), raw.text]).toEqual([
      'text/plain; charset=utf-8',
      (await mailbox.read(id)).toString(),
    ]);
    expect((await fetch(`${origin}/mailbox/api/messages`, { method: 'DELETE' })).status).toBe(204);
    expect(mailbox.count()).toBe(0);
    expect((await get('/mailbox/api/messages?limit=0')).status).toBe(422);
  });
});

function clock(): MovableClock {
  return new MovableClock('2026-01-31T23:59:59+09:00');
}

async function send(to: string, content: object): Promise<void> {
  await transport.sendMail({ from: 'shop@example.jp', to, ...content });
}

async function get(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await fetch(origin + path, {
    headers: { accept: 'text/html', 'accept-language': 'ja', ...headers },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function json(path: string): Promise<unknown> {
  return (await fetch(origin + path)).json();
}

function headings(html: string): string[] {
  return [...html.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, text]) => text ?? '');
}
