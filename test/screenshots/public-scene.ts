import { anonymousClient } from '#lib/accounts/testing';
import { eventually } from '#test/eventually';
import type { BrowserContext } from 'playwright-core';
import type { PublicPages } from './public-pages.js';

interface Reader {
  readonly name: string;
  readonly address: string;
}

const form = '/t/sakura/tayori';

/**
 * Signs readers up, and gives every public page with the links that their mails brought. Some links work once, so
 * that each walk needs readers of its own.
 */
export const publicScene = async (
  url: string,
  context: BrowserContext,
  member: string,
  walk: number,
): Promise<PublicPages> => {
  const signUp = async ({ name, address }: Reader): Promise<void> => {
    const page = await context.newPage();
    await page.goto(form);
    await page.locator('#email').fill(address);
    await page.locator('#f-name').fill(name);
    await page.locator('#f-genre').selectOption('novel');
    await page.locator('#consent').check();
    // Whoever has not solved the riddle yet may ask for a few mails an hour only.
    await eventually(async () => {
      if (!(await page.locator('input[name=altcha]').inputValue()))
        throw new Error('Not solved yet');
    }, 20_000);
    await page.locator('button[type=submit]').click();
    await page.waitForURL(/check-mail/);
    await page.close();
  };
  const post = async (path: string, fields = {}): Promise<void> => {
    const body = new URLSearchParams(fields);
    const answer = await fetch(`${url}${path}`, { method: 'POST', body });
    if (!answer.ok) throw new Error(`${path} answered with ${answer.status}`);
  };
  const mailbox = anonymousClient(`${url}/mailbox/api/messages`);
  const linkIn = (address: string, page: string): Promise<string> =>
    eventually(async () => {
      const { items } = (await mailbox.get(`?to=${encodeURIComponent(address)}`)).body as {
        items: { id: string }[];
      };
      for (const { id } of items) {
        const { message } = (await mailbox.get(`/${id}`)).body as { message: { text: string } };
        const [found] = new RegExp(`/${page}[/?]\\S+`).exec(message.text) ?? [];
        if (found) return found;
      }
      throw new Error(`No mail to ${address} has a link to ${page}`);
    }, 60_000);

  const [waiting, willing, joined, gone] = [
    ['星野 あかり', 'akari.hoshino'],
    ['宮本 陽太', 'yota.miyamoto'],
    ['藤井 そら', 'sora.fujii'],
    ['工藤 芽衣', 'mei.kudo'],
  ].map(([name = '', local = '']) => ({ name, address: `${local}${walk}@mailbox.test` })) as [
    Reader,
    Reader,
    Reader,
    Reader,
  ];
  for (const reader of [waiting, willing, joined, gone]) await signUp(reader);
  for (const { address } of [joined, gone]) await post(await linkIn(address, 'confirm'));
  await post(await linkIn(gone.address, 'u'));
  const request = {
    ...{ kind: 'DISCLOSURE', subject: 'subscriber', sender: 'sakura', name: joined.name },
    ...{ address: joined.address, format: 'electronic', postalAddress: '', details: '' },
    website: '',
  };
  await post('/privacy/request?lang=ja', request);
  await anonymousClient(url).post('/api/v1/password-resets', { email: member });
  const unsubscribe = await linkIn(joined.address, 'u');
  const confirmation = (await mailbox.get(`?to=${encodeURIComponent(waiting.address)}`)).body as {
    items: { id: string }[];
  };
  const undo = await linkIn(gone.address, 'undo');
  return {
    home: { path: '/' },
    'sign-up': { path: form },
    'check-mail': { path: `${form}/check-mail` },
    snippet: { path: `${form}/snippet` },
    confirm: { path: await linkIn(waiting.address, 'confirm') },
    confirmed: { path: await linkIn(willing.address, 'confirm'), pressed: true },
    preferences: { path: await linkIn(joined.address, 'preferences') },
    unsubscribe: { path: unsubscribe },
    unsubscribed: { path: unsubscribe, pressed: true },
    undo: { path: undo },
    undone: { path: undo, pressed: true },
    contact: { path: '/contact' },
    report: { path: '/report?sender=sakura' },
    'privacy-request': { path: '/privacy/request?sender=sakura' },
    'privacy-confirm': { path: await linkIn(joined.address, 'privacy/confirm') },
    'external-transmission': { path: '/external-transmission' },
    'terms-list': { path: '/terms' },
    terms: { path: '/terms/service-terms' },
    problem: { path: '/no-such-page' },
    invitation: { path: await linkIn('nakagawa@sakura.test', 'invitation') },
    'password-reset': { path: await linkIn(member, 'password-reset') },
    list: { path: '/mailbox' },
    message: { path: `/mailbox/messages/${confirmation.items[0]?.id ?? ''}` },
  };
};
