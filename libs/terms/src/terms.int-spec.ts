import { anonymousClient, operatorClient, registeredTenant } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { MovableClock } from '#lib/kernel';
import { startApp } from '#test/app';
import type { TestApp } from '#test/app';
import { pdfText } from '#test/pdf-text';
import { startSink } from '#test/smtp-sink';
import type { SmtpSink } from '#test/smtp-sink';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadTerms } from './index.js';
import { termsParts } from './testing.js';

const clock = new MovableClock('2026-03-01T10:00:00+09:00');
let app: TestApp;
let sink: SmtpSink;
let writer: TestClient;
let second: TestClient;

beforeAll(async () => {
  sink = await startSink();
  app = await startApp({ ...termsParts, clock, env: { SMTP_URL: sink.url } });
  writer = await operatorClient(app);
  second = await operatorClient(app);
});

afterAll(async () => {
  await app.stop();
  await sink.stop();
});

const base = '/api/v1/operator/terms';
const text = (body: string, more: object = {}): object => ({
  body,
  supplement: null,
  summary: '通話録音の規定を加えます。',
  impact: 'neutral',
  isMaterial: true,
  ...more,
});

const first = '# 利用規約\n\n## 第1条（目的）\n\n本規約は利用の条件を定める。';
const revised = `${first}\n\n2 当社は通話を録音する。<script>alert(1)</script>`;

/** Writes, reviews and publishes the next version of a document. */
const publish = async (slug: string, number: number, effectiveOn: string): Promise<void> => {
  const path = `${base}/${slug}/versions/${number}`;
  await writer.post(`${path}/submit`);
  const { hash } = (await second.get(path)).body as { hash: string };
  await second.post(`${path}/approve`, { hash });
  const published = await writer.post(`${path}/publish`, { effectiveOn });
  expect([published.status, published.body]).toEqual([204, published.body]);
};

const newDocument = async (slug: string): Promise<void> => {
  const title = { ja: '利用規約', en: 'Terms of service' };
  const document = { slug, kind: 'terms', title, noun: '規約', text: text(first) };
  const answer = await writer.post(base, document);
  expect(answer.status).toBe(201);
};

const revise = async (slug: string, body: string, more: object = {}): Promise<void> => {
  const begun = await writer.post(`${base}/${slug}/versions`);
  const number = (begun.body as { versions: { number: number }[] }).versions[0]?.number ?? 0;
  const path = `${base}/${slug}/versions/${number}`;
  const etag = (await writer.get(path)).headers.get('etag') ?? '';
  const written = await writer.put(path, text(body, more), { 'If-Match': etag });
  expect(written.status).toBe(200);
};

describe('a document', () => {
  it('goes from draft to publication by two persons, and its text stands from then on', async () => {
    await newDocument('two-persons');
    const path = `${base}/two-persons/versions/1`;
    expect((await writer.post(`${path}/publish`, { effectiveOn: '2026-03-01' })).body.code).toBe(
      'terms.wrong-state',
    );
    await writer.post(`${path}/submit`);
    const { hash } = (await writer.get(path)).body as { hash: string };
    expect((await writer.post(`${path}/approve`, { hash })).body.code).toBe('terms.same-person');
    const other = await second.post(`${path}/approve`, { hash: '0'.repeat(64) });
    expect(other.body.code).toBe('terms.text-changed');
    expect((await second.post(`${path}/approve`, { hash })).status).toBe(204);
    expect((await writer.post(`${path}/publish`, { effectiveOn: '2026-03-01' })).status).toBe(204);

    const etag = (await writer.get(path)).headers.get('etag') ?? '';
    const edited = await writer.put(path, text('x'), { 'If-Match': etag });
    expect(edited.body.code).toBe('terms.wrong-state');
    expect((await writer.delete(path)).body.code).toBe('terms.wrong-state');
    const shown = (await writer.get(path)).body as {
      state: string;
      fullText: string;
      html: string;
    };
    expect(shown.state).toBe('effective');
    expect(shown.html).toContain('<h2>付則（2026年3月1日）</h2>');
    expect(shown.fullText).toBe(
      `${first}\n\n## 付則（2026年3月1日）\n\nこの規約は、2026年3月1日から実施します。\n\n以上\n`,
    );
  });

  it('is public in each version, with a table of what changed, as page and PDF', async () => {
    await newDocument('public-one');
    await publish('public-one', 1, '2026-03-01');
    await revise('public-one', revised);
    const visitor = anonymousClient(app.url);
    expect((await visitor.get('/terms/public-one/versions/2')).status).toBe(404);
    await publish('public-one', 2, '2026-04-01');

    const page = await visitor.get('/terms/public-one/versions/2?lang=ja');
    expect(String(page.body)).toContain('この版はまだ実施されていません');
    expect(String(page.body)).toContain('&lt;script&gt;');
    expect(String(page.body)).toContain('<h2>付則（2026年3月1日）</h2>');
    const changes = await visitor.get('/terms/public-one/versions/2/changes');
    expect(String(changes.body)).toContain('<ins>2 当社は通話を録音する。');
    const file = await fetch(`${app.url}/terms/public-one/versions/2/changes.pdf`);
    const pdf = Buffer.from(await file.arrayBuffer());
    expect(pdfText(pdf).join('')).toContain('第二版');
    expect(pdfText(pdf).join('')).toContain('以上');
    expect((await visitor.get('/terms/public-one/versions/1/changes')).status).toBe(404);
  });

  it('keeps the supplementary provisions in the table of a draft, with the days of its own left open', async () => {
    await newDocument('drafted');
    await publish('drafted', 1, '2026-03-01');
    await revise('drafted', revised, { supplement: '録音は施行の日の後の通話から始める。' });
    const { html } = (await writer.get(`${base}/drafted/versions/2`)).body as { html: string };
    expect(html).toContain('<h2>付則（〇年〇月〇日）</h2>');
    const { body } = await writer.get(`${base}/drafted/versions/2/changes`);
    const rows = (body as { rows: { remark: string; new: { runs: { text: string }[] }[] }[] }).rows;
    expect(rows.map(({ remark }) => remark)).toEqual([
      ...['changed', 'omitted', 'omitted', 'new', 'omitted', 'new'],
    ]);
    expect(rows.at(-1)?.new.map(({ runs }) => runs.map((run) => run.text).join(''))).toEqual([
      '付則（〇年〇月〇日）',
      '改訂された規約は、〇年〇月〇日から実施します。',
      '録音は施行の日の後の通話から始める。',
    ]);
  });

  it('shows items by the numbers that they were written with, and each line as one', async () => {
    const body = '第1条（禁止）\n\n19. なりすまし\n21. 転用\n\n窓口：相談室\n電話：0120';
    const title = { ja: '禁止事項', en: 'Prohibited' };
    await writer.post(base, {
      ...{ slug: 'numbered', kind: 'terms', title, noun: '規約', text: text(body) },
    });
    await publish('numbered', 1, '2026-03-01');
    const page = String((await anonymousClient(app.url).get('/terms/numbered')).body);
    expect(page).toContain('<li value="21">転用</li>');
    expect(page).toContain('窓口：相談室<br>');
  });

  it('binds by the version of the instant, found again by its hash', async () => {
    await newDocument('by-instant');
    await publish('by-instant', 1, '2026-03-01');
    await revise('by-instant', revised);
    await publish('by-instant', 2, '2026-04-01');
    const number = async (at: string): Promise<number | undefined> =>
      (await app.get(ReadTerms).boundAt('by-instant', new Date(at)))?.number;
    expect([
      await number('2026-02-28T23:59:59+09:00'),
      await number('2026-03-31T23:59:59.999+09:00'),
      await number('2026-04-01T00:00:00+09:00'),
    ]).toEqual([undefined, 1, 2]);
  });

  it('that takes something from people is published thirty days ahead', async () => {
    await newDocument('adverse');
    await publish('adverse', 1, '2026-03-01');
    await revise('adverse', revised, { impact: 'adverse' });
    const path = `${base}/adverse/versions/2`;
    await writer.post(`${path}/submit`);
    const { hash } = (await second.get(path)).body as { hash: string };
    await second.post(`${path}/approve`, { hash });
    const soon = await writer.post(`${path}/publish`, { effectiveOn: '2026-03-20' });
    expect([soon.status, soon.body.code]).toEqual([422, 'terms.effect-too-soon']);
  });
});

describe('tenants', () => {
  it('are told of a new version once, and accept it by a word or by going on', async () => {
    await app.drain.runDue();
    const tenant = await registeredTenant(app);
    await newDocument('told');
    await publish('told', 1, '2026-03-01');
    await revise('told', revised);
    await publish('told', 2, '2026-04-01');
    await app.drain.runDue();
    await app.drain.sweep();
    expect(sink.mails.filter(({ to }) => to === tenant.email)).toHaveLength(1);

    const accepted = await tenant.client.post('/api/v1/terms/told/versions/2/accept');
    expect(accepted.status).toBe(204);
    const old = await tenant.client.post('/api/v1/terms/told/versions/9/accept');
    expect(old.body.code).toBe('terms.not-public');
    clock.set('2026-04-01T00:02:00+09:00');
    await tenant.client.get('/api/v1/terms');
    const all = (await tenant.client.get('/api/v1/terms/acceptances')).body as {
      items: { slug: string; number: number; how: string }[];
    };
    const ofTold = all.items.filter(({ slug }) => slug === 'told');
    expect(ofTold.map(({ number, how }) => [number, how])).toEqual([
      [1, 'deemed'],
      [2, 'explicit'],
    ]);
  });
});

describe('whoever applies', () => {
  it('reads which versions bind now, and the digests of what they agree to', async () => {
    await newDocument('in-force');
    await publish('in-force', 1, '2026-04-01');
    clock.set('2026-04-02T00:00:00+09:00');
    await revise('in-force', revised);
    await publish('in-force', 2, '2026-05-01');
    const { body } = await anonymousClient(app.url).get('/api/v1/terms/in-force');
    const { version } = await app.get(ReadTerms).published('in-force', 1);
    const title = { ja: '利用規約', en: 'Terms of service' };
    expect((body.items as { slug: string }[]).filter(({ slug }) => slug === 'in-force')).toEqual([
      { slug: 'in-force', kind: 'terms', title, number: 1, hash: version.hash },
    ]);
  });
});
