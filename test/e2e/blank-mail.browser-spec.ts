import { handOver } from '#lib/inbound/testing';
import { aSendingBookShop, shopTexts } from '#test/book-shop';
import type { SendingBookShop } from '#test/book-shop';
import { openBrowser } from '#test/browser';
import { eventually } from '#test/eventually';
import { freePort } from '#test/free-port';
import { startProgram } from '#test/program';
import type { Program } from '#test/program';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

/** As docomo issued them until 2009; what begins with `bounce-` is returned by the local mailbox. */
const carrier = 'bounce-taro..saku.@docomo.ne.jp';
const hanako = 'hanako@example.jp';

let program: Program;
let browser: Browser;
let shop: SendingBookShop;
let inboundPort: number;
let addresses: { join: { address: string }; leave: { address: string } };

beforeAll(async () => {
  inboundPort = await freePort();
  const env = { INBOUND_PORT: String(inboundPort), DNS_SERVERS: '127.0.0.1:9' };
  [program, browser] = await Promise.all([startProgram(env), openBrowser()]);
  shop = await aSendingBookShop(program);
  const path = `/api/v1/newsletters/${shop.newsletterId}/blank-mail`;
  await shop.owner.post(`${path}/join`);
  addresses = (await shop.owner.post(`${path}/leave`)).body as typeof addresses;
});

afterAll(async () => {
  await browser.close();
  await program.stop();
});

/** An empty mail, as a telephone sends it after reading the QR code. */
const mail = (kind: 'join' | 'leave', from: string): Promise<string> =>
  handOver(inboundPort, {
    from,
    to: addresses[kind].address,
    raw: Buffer.from(`From: ${from}\r\nSubject: \r\n\r\n`),
  });

const joinByMail = async (address: string, recipient = address): Promise<void> => {
  await mail('join', address);
  const [answer] = await program.mailsTo(recipient);
  const page = await browser.newPage({ locale: 'ja-JP' });
  await page.goto(/https?:\S+\/confirm\/\S+/.exec(answer?.text ?? '')?.[0] ?? '');
  await page.getByText(shopTexts.ja).first().waitFor();
  await page.getByRole('button', { name: '登録を確定する' }).click();
  await page.getByRole('heading', { name: '登録が完了しました' }).waitFor();
  await page.close();
};

it('joins by blank mail from an old carrier address, gets three campaigns, bounces three times and is removed', async () => {
  await joinByMail(carrier, `"bounce-taro..saku."@docomo.ne.jp`);
  await joinByMail(hanako);
  for (const round of [1, 2, 3]) {
    expect(await shop.send(`第${round}号`)).toMatchObject({ candidates: 2 });
    await eventually(async () => {
      expect(await shop.bounces()).toMatchObject({ failed: round });
    });
  }
  await eventually(async () => {
    expect(await shop.bounces()).toMatchObject({ failed: 3, removed: 1 });
  });
  expect(await shop.send('第4号')).toMatchObject({ candidates: 1 });
});

it('leaves by mail, at once', async () => {
  await mail('leave', hanako);
  await eventually(async () => {
    const { body } = await shop.owner.get(`/api/v1/newsletters/${shop.newsletterId}/stats`);
    expect(body).toMatchObject({ active: 0 });
  });
  await eventually(async () => {
    const [newest] = await program.mailsTo(hanako);
    expect(newest?.text).toMatch(/\/undo\//);
  });
});
