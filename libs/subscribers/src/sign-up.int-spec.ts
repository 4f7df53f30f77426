import { activeTenant, resumeTenant, suspendTenant } from '#lib/contracts/testing';
import { emailAddress } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PersonFile } from './index.js';
import { Addresses } from './store/addresses.js';
import { EvidenceStore } from './store/evidence-store.js';
import { aNewsletter, readersOf, someSubscribers } from './testing.js';
import { subscribersScene } from './testing/subscribers-scene.js';
import type { SubscribersScene } from './testing/subscribers-scene.js';
import { linkIn, submit, wish } from './testing/visitor.js';
import type { Answer } from './testing/visitor.js';

let { app, clock, sink, mails, stop } = {} as SubscribersScene;
let tenantId: TenantId;
let newsletterId: string;
let path: string;

beforeAll(async () => {
  ({ app, clock, sink, mails, stop } = await subscribersScene());
});

afterAll(() => stop());

beforeEach(async () => {
  const tenant = await activeTenant(app, { name: 'みかん商店' });
  tenantId = tenant.tenantId;
  newsletterId = await aNewsletter(app, tenantId, {
    slug: 'weekly',
    title: 'みかん便り',
    fields: [
      { name: 'name', type: 'text', required: true, label: { ja: 'お名前', en: 'Name' } },
      { name: 'age', type: 'number', required: false, label: { ja: '年齢', en: 'Age' } },
    ],
  });
  path = `/t/${tenant.slug}/weekly`;
  clock.advance({ days: 1 });
  sink.mails.length = 0;
});

const post = (
  to: string,
  form: Readonly<Record<string, string>> = {},
  ip?: string,
): Promise<Answer> => submit(app, to, form, ip);

const rows = (sql: string): Promise<Record<string, unknown>[]> =>
  app.get(Database).inTenant(tenantId, (tx) => tx.query(sql));

describe('signing up', () => {
  it('leads from the form through the mailbox to an active reader, with the proof kept', async () => {
    const sent = await post(path, wish('Taro+news@Example.JP', { age: '４２' }), '203.0.113.9');
    const [confirmation, ...others] = await mails();
    const link = linkIn(confirmation, 'confirm');
    const looked = await fetch(app.url + link, { headers: { Accept: 'text/html' } });
    const before = await rows(`SELECT status FROM subscriptions`);
    const askedAt = clock.now();
    clock.advance({ minutes: 5 });
    const confirmed = await post(link, {}, '203.0.113.10');
    const again = await post(link);
    const [welcome, ...more] = await mails();

    expect([sent.status, sent.location]).toEqual([303, `${path}/check-mail?lang=ja`]);
    expect([looked.status, before, confirmed.status, again.status]).toEqual([
      200,
      [{ status: 'pending' }],
      200,
      200,
    ]);
    expect([others, more]).toEqual([[], []]);
    expect({
      subject: confirmation?.subject,
      from: confirmation?.from?.value,
      to: confirmation?.to && [confirmation.to].flat()[0]?.text,
      auto: confirmation?.headers.get('auto-submitted'),
    }).toEqual({
      subject: '【みかん便り】メールアドレスの確認をお願いします',
      from: [{ name: 'テスト商店', address: expect.stringContaining('news@') }],
      to: 'Taro+news@example.jp',
      auto: 'auto-generated',
    });
    const line = (key: string) => welcome?.headerLines.find((each) => each.key === key)?.line;
    expect([line('list-unsubscribe-post'), line('list-unsubscribe')]).toEqual([
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      expect.stringMatching(/<http:\/\/localhost\/one-click\/[a-z2-7]+>,\s+<mailto:unsubscribe-/),
    ]);
    expect(welcome?.subject).toBe('【みかん便り】ご登録ありがとうございます');
    const [reader] = await readersOf(app, tenantId);
    expect(reader).toEqual({
      id: expect.any(String),
      address: 'Taro+news@example.jp',
      fields: { name: '山田 花子', age: 42 },
      joinedAt: clock.now(),
    });
    expect(await rows(`SELECT domain FROM subscribers`)).toEqual([{ domain: 'example.jp' }]);
    expect(
      await rows(
        `SELECT form_hash = (SELECT text_hash FROM form_versions) AS known FROM consent_records`,
      ),
    ).toEqual([{ known: true }]);
    const file = await app
      .get(Database)
      .inTenant(tenantId, (tx) => app.get(PersonFile).within(tx, tenantId, reader?.id ?? ''));
    expect(file?.consents).toEqual([
      {
        newsletter: 'みかん便り',
        method: 'double-opt-in',
        at: clock.now(),
        ip: '203.0.113.10',
        userAgent: expect.any(String),
        requestedAt: askedAt,
        requestIp: '203.0.113.9',
        formNumber: 1,
      },
    ]);
  });

  it('answers new, pending, active, and barred addresses with the same bytes', async () => {
    await someSubscribers(app, tenantId, newsletterId, ['active@example.jp']);
    await post(path, wish('pending@example.jp'));
    await app.get(Database).inTenant(tenantId, async (tx) => {
      const key = app.get(Addresses).suppressionKey(tenantId, emailAddress('barred@example.jp'));
      await app.get(EvidenceStore).suppress(tx, tenantId, key, 'removed_operator', clock.now());
    });
    clock.advance({ minutes: 30 });
    await mails();
    const answers = [];
    for (const who of ['new', 'pending', 'active', 'barred'])
      answers.push(await post(path, wish(`${who}@example.jp`)));
    const subjects = (await mails()).map((mail) => mail.subject).sort();

    expect(answers.slice(1)).toEqual([answers[0], answers[0], answers[0]]);
    expect(subjects).toEqual([
      '【みかん便り】すでにご登録いただいています',
      '【みかん便り】メールアドレスの確認をお願いします',
      '【みかん便り】メールアドレスの確認をお願いします',
    ]);
  });

  it('mails a pending address once more and then no more', async () => {
    const subjects: number[] = [];
    for (let i = 0; i < 3; i++) {
      await post(path, wish('taro@example.jp'));
      subjects.push((await mails()).length);
      clock.advance({ minutes: 11 });
    }
    expect(subjects).toEqual([1, 1, 0]);
  });

  it('mails a mailbox once in ten minutes, however its address is written', async () => {
    const addresses = [
      'taro@example.jp',
      'TARO@Example.JP',
      'taro＠example．jp',
      'taro+1@example.jp',
    ];
    for (const address of addresses) await post(path, wish(address));
    expect(await mails()).toHaveLength(1);
  });

  it('keeps what was typed and says what to mend, without a mail', async () => {
    const bad: [Record<string, string>, string][] = [
      [wish('no-at-sign'), '@ がありません'],
      [wish(''), 'メールアドレスを入力してください'],
      [wish('a@b@example.jp'), '@ が二つ以上あります'],
      [wish('taro@example.jp', { name: '' }), '入力してください'],
      [wish('taro@example.jp', { age: 'ten' }), '数字で入力してください'],
      [wish('taro@example.jp', { consent: '' }), '登録するには同意が必要です'],
      [wish('taro@example.jp', { form: '7' }), 'フォームの内容が更新されました'],
      [{}, 'メールアドレスを入力してください'],
    ];
    for (const [form, text] of bad) {
      const answer = await post(path, form);
      expect([form, answer.status, answer.body.includes(text)]).toEqual([form, 422, true]);
      expect(answer.body).toContain(`value="${form['email'] ?? ''}"`);
    }
    expect(await mails()).toEqual([]);
  });

  it('takes the odd addresses of old mobile phones and international domains', async () => {
    await post(path, wish('a..b.@docomo.ne.jp'));
    await post(path, wish('hanako@日本語.jp'));
    await app.drain.runDue();
    expect(sink.mails.map(({ to }) => to).sort()).toEqual([
      '"a..b."@docomo.ne.jp',
      'hanako@xn--wgv71a119e.jp',
    ]);
  });

  it('lets the link die after 24 hours and forgets who never confirmed', async () => {
    await post(path, wish('taro@example.jp'));
    const link = linkIn((await mails())[0], 'confirm');
    clock.advance({ hours: 23, minutes: 59, seconds: 59, milliseconds: 999 });
    const intime = await fetch(app.url + link);
    clock.advance({ milliseconds: 1 });
    const late = await post(link);
    await app.drain.sweep();

    expect([intime.status, late.status]).toEqual([200, 404]);
    expect(await rows(`SELECT address, address_hash, fields FROM subscribers`)).toEqual([
      { address: null, address_hash: null, fields: null },
    ]);
    expect(await rows(`SELECT status FROM subscriptions`)).toEqual([{ status: 'erased' }]);
    expect(await rows(`SELECT FROM opt_in_requests`)).toEqual([]);
    expect(await rows(`SELECT FROM suppressions`)).toEqual([]);
  });

  it('closes the form politely while the contract rests', async () => {
    await suspendTenant(app, tenantId);
    const form = await fetch(app.url + path);
    const sent = await post(path, wish('taro@example.jp'));
    expect([form.status, sent.status]).toEqual([200, 200]);
    expect(await form.text()).toContain('ただいま受付を停止しています');
    expect(sent.body).toContain('ただいま受付を停止しています');
    expect(await mails()).toEqual([]);
  });

  it('keeps the confirmation of who was faster than a suspension until service resumes', async () => {
    await post(path, wish('taro@example.jp'));
    await suspendTenant(app, tenantId);
    expect(await mails()).toEqual([]);
    await resumeTenant(app, tenantId);
    clock.advance({ minutes: 5 });
    const [confirmation] = await mails();
    expect(linkIn(confirmation, 'confirm')).toContain('/confirm/');
  });

  it('knows no tenant, newsletter or token that is not there', async () => {
    const slug = path.split('/')[2] ?? '';
    const paths = [`/t/nobody/weekly`, `/t/${slug}/nothing`, `/confirm/${'a'.repeat(26)}`];
    for (const each of [...paths, '/u/x', '/undo/x', '/preferences/x']) {
      const page = await fetch(app.url + each, { headers: { Accept: 'text/html' } });
      const type = page.headers.get('content-type');
      expect([each, page.status, type]).toEqual([each, 404, 'text/html; charset=utf-8']);
    }
  });
});
