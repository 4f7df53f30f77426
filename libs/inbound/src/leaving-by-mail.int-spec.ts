import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { blankMailScene } from './testing/blank-mail-scene.js';
import type { AddressedNewsletter, BlankMailScene } from './testing/blank-mail-scene.js';

let scene: BlankMailScene;
let newsletter: AddressedNewsletter;

beforeAll(async () => {
  scene = await blankMailScene();
});

afterAll(() => scene.stop());

beforeEach(async () => {
  newsletter = await scene.newsletter();
});

describe('leaving by mail', () => {
  it('takes effect at once, and one goodbye says so, as an answer', async () => {
    await scene.join(newsletter, 'a..b.@docomo.ne.jp');
    const goodbyes = await scene.mail(newsletter.leave, 'a..b.@docomo.ne.jp');
    expect(await scene.active(newsletter)).toBe(0);
    expect(goodbyes.map(({ to }) => to)).toEqual(['"a..b."@docomo.ne.jp']);
    expect(goodbyes[0]?.raw).toMatch(/^Auto-Submitted: auto-replied\r?$/m);
    expect(await scene.mail(newsletter.leave, 'a..b.@docomo.ne.jp')).toEqual([]);
  });

  it.each([
    ['somebody who reads nothing', 'stranger@example.jp', []],
    ['the address without its tag', 'taro@example.jp', []],
    ['a vacation reply', 'taro+news@example.jp', ['Auto-Submitted: auto-replied']],
    ['two people in two fields', 'taro+news@example.jp', ['From: hanako@example.jp']],
  ])('is not what %s does, and nobody hears of it', async (_, from, fields) => {
    await scene.join(newsletter, 'taro+news@example.jp');
    expect(await scene.mail(newsletter.leave, from, ...fields)).toEqual([]);
    expect(await scene.active(newsletter)).toBe(1);
  });

  it.each([
    ['Precedence: bulk'],
    ['X-Auto-Response-Suppress: All'],
    ['Auto-Submitted: auto-generated'],
  ])('is believed of a program (%s), which gets no answer', async (field) => {
    await scene.join(newsletter, 'taro+news@example.jp');
    expect(await scene.mail(newsletter.leave, 'Taro+News@example.jp', field)).toEqual([]);
    expect(await scene.active(newsletter)).toBe(0);
  });

  it('takes one mail for the newsletters of two tenants', async () => {
    const other = await scene.newsletter();
    await scene.join(newsletter, 'taro@example.jp');
    await scene.join(other, 'taro@example.jp');
    const goodbyes = await scene.mail([newsletter.leave, other.leave], 'taro@example.jp');
    expect(goodbyes.length).toBe(2);
    expect([await scene.active(newsletter), await scene.active(other)]).toEqual([0, 0]);
  });
});
