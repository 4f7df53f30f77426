import { operatorClient } from '#lib/accounts/testing';
import type { TestClient } from '#lib/accounts/testing';
import { suspendTenant } from '#lib/contracts/testing';
import { FindPerson, RemoveForBounces } from '#lib/subscribers';
import { Database } from '#platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { blankMailScene, textOf } from './testing/blank-mail-scene.js';
import type { AddressedNewsletter, BlankMailScene } from './testing/blank-mail-scene.js';

let scene: BlankMailScene;
let operator: TestClient;
let newsletter: AddressedNewsletter;

beforeAll(async () => {
  scene = await blankMailScene();
});

afterAll(() => scene.stop());

beforeEach(async () => {
  newsletter = await scene.newsletter();
  operator = await operatorClient(scene.app);
});

const join = (from: string, ...fields: string[]): ReturnType<BlankMailScene['mail']> =>
  scene.mail(newsletter.join, from, ...fields);

describe('joining by mail', () => {
  it.each([
    ['a plain address', 'taro@example.jp', 'taro@example.jp'],
    ['an address with a tag', 'taro+news@example.jp', 'taro+news@example.jp'],
    ['a docomo address with dots', 'a..b.@docomo.ne.jp', '"a..b."@docomo.ne.jp'],
    ['an au address in quotes', '"a..b."@ezweb.ne.jp', '"a..b."@ezweb.ne.jp'],
    ['a domain beyond ASCII', 'taro@xn--r8jz45g.jp', 'taro@xn--r8jz45g.jp'],
    [
      'a name in ISO-2022-JP',
      '=?ISO-2022-JP?B?GyRCO0VFREJATzobKEI=?= <t@example.jp>',
      't@example.jp',
    ],
    ['an emoji as a name', '=?UTF-8?B?8J+YgA==?= <t@example.jp>', 't@example.jp'],
  ])('sends %s a link that makes it a reader', async (_, from, to) => {
    const answers = await join(from, 'Subject: =?ISO-2022-JP?B?GyRCNnUlYSE8JWsbKEI=?=');
    expect(answers.map((answer) => answer.to)).toEqual([to]);
    expect(answers[0]?.raw).toMatch(/^Auto-Submitted: auto-replied\r?$/m);
    expect(await scene.active(newsletter)).toBe(0);
    expect(await scene.confirm(answers[0])).toBe(200);
    expect(await scene.active(newsletter)).toBe(1);
  });

  it.each([
    ['a vacation reply', 'taro@example.jp', ['Auto-Submitted: auto-replied']],
    ['a mailing list', 'taro@example.jp', ['Precedence: list']],
    ['a mail server', 'MAILER-DAEMON@docomo.ne.jp', []],
    ['who minds answers of programs', 'taro@example.jp', ['X-Auto-Response-Suppress: All']],
    ['who wants none', 'no-reply@example.jp', []],
    ['two people at once', 'taro@example.jp, hanako@example.jp', []],
    ['two people in two fields', 'taro@example.jp', ['From: hanako@example.jp']],
    ['a group', 'friends: taro@example.jp, hanako@example.jp;', []],
    ['a group of nobody', 'undisclosed recipients:;', []],
    ['an address in disguise', '=?UTF-8?B?PHRhcm9AZXhhbXBsZS5qcD4=?=', []],
    ['a name alone', '=?UTF-8?B?5bGx55Sw?=', []],
    ['an address beyond ASCII', '太郎@example.jp', []],
    ['nobody', '', []],
  ])('answers nothing to %s', async (_, from, fields) => {
    expect(await join(from, ...fields)).toEqual([]);
  });

  it('answers one address once in ten minutes and three times a day', async () => {
    const counts: number[] = [];
    for (const minutes of [0, 5, 5, 10, 10]) {
      scene.clock.advance({ minutes });
      counts.push((await join('taro@example.jp')).length);
    }
    // The link itself is repeated once only: the third mail would be the repetition of a repetition.
    expect(counts).toEqual([1, 0, 1, 0, 0]);
  });

  it('answers the same message once, however often it comes', async () => {
    const counts: number[] = [];
    for (let n = 0; n < 3; n++)
      counts.push((await join('taro@example.jp', 'Message-ID: <1@example.jp>')).length);
    expect(counts).toEqual([1, 0, 0]);
  });

  it('believes no sender whose domain says that it did not send it', async () => {
    scene.dns.txt('_dmarc.strict.example.jp', 'v=DMARC1; p=reject');
    scene.dns.txt('strict.example.jp', 'v=spf1 -all');
    expect(await join('taro@strict.example.jp')).toEqual([]);
  });

  it('is refused at the door while the contract sleeps; leaving is not', async () => {
    await suspendTenant(scene.app, newsletter.tenant.tenantId);
    await expect(join('taro@example.jp')).rejects.toMatchObject({ responseCode: 550 });
    expect(await scene.mail(newsletter.leave, 'taro@example.jp')).toEqual([]);
  });
});

describe('joining by mail again', () => {
  it('tells a reader that it reads already, as an answer', async () => {
    await scene.join(newsletter, 'taro@example.jp');
    const answers = await join('TARO@example.jp');
    expect(answers.map((answer) => [answer.to, textOf(answer)])).toEqual([
      ['taro@example.jp', expect.stringContaining('すでに登録されています')],
    ]);
    expect(answers[0]?.raw).toMatch(/^Auto-Submitted: auto-replied\r?$/m);
    expect(await scene.active(newsletter)).toBe(1);
  });

  const bounceOut = (address: string): Promise<unknown> =>
    scene.app.get(Database).asSystem(async (tx) => {
      const { tenantId } = newsletter.tenant;
      const subscriberId = (await scene.app.get(FindPerson).within(tx, tenantId, address)) ?? '';
      await scene.app.get(RemoveForBounces).within(tx, { tenantId, subscriberId });
    });
  const removeByHand = (address: string): Promise<unknown> =>
    operator.post(`/api/v1/operator/tenants/${newsletter.tenant.tenantId}/address-removals`, {
      ...{ address, reason: 'PROTECT_RIGHTS', note: '権利者からの申し出' },
    });

  it.each([
    ['who has left', (from: string) => scene.mail(newsletter.leave, from), 1],
    ['who was removed for bounces', bounceOut, 1],
    ['whom an operator removed', removeByHand, 0],
  ])('%s: %#', async (_, end, answered) => {
    await scene.join(newsletter, 'taro@example.jp');
    await end('taro@example.jp');
    await scene.app.drain.runDue();
    expect(await scene.active(newsletter)).toBe(0);
    scene.clock.advance({ hours: 1 });
    const answers = await join('taro@example.jp');
    expect(answers.length).toBe(answered);
    for (const answer of answers) expect(await scene.confirm(answer)).toBe(200);
    expect(await scene.active(newsletter)).toBe(answered);
  });
});
