import { aDraft } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { aReader, linksOf } from '#test/reader';
import { openTables } from '#test/tables';
import type { Tables } from '#test/tables';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

const readers = 100;

let platform: CalendarPlatform;
let tables: Tables;

beforeAll(async () => {
  platform = await startCalendarPlatform();
  tables = await openTables(platform.databaseUrl);
  const { tenantId, client: owner } = await activeTenant(platform, { slug: 'sakura' });
  const newsletterId = await aNewsletter(platform, tenantId);
  await someSubscribers(platform, tenantId, newsletterId, readers);
  const newcomer = aReader(platform, 'hanako@example.jp');
  await newcomer.signUp('/t/sakura/news');
  const leaver = aReader(platform, 'taro@example.jp');
  await leaver.signUp('/t/sakura/news');
  await leaver.press('confirm');
  await leaver.press('u');
  await owner.post('/api/v1/invitations', { email: 'guest@sakura.example.jp', role: 'viewer' });
  const id = await aDraft(owner, newsletterId, {
    tracking: true,
    html: '<p><a href="https://example.jp/spring?a=1&amp;b=2">春</a> <a href="https://example.jp/">店</a></p>',
    text: '春 https://example.jp/spring',
  });
  await owner.post(`/api/v1/campaigns/${id}/send-now`);
  await platform.drain.runDue();
});

afterAll(async () => {
  await tables.close();
  await platform.stop();
});

/** What counts readers may change; nothing else. */
const counters = ['opens', 'clicks', 'reaction_hours', 'mailing_tallies'];

it('GET and HEAD on every link of every delivered mail change nothing', async () => {
  const mails = await Promise.all(
    platform.mailbox.find().map(({ id }) => platform.mailbox.open(id)),
  );
  const links = mails
    .flatMap(linksOf)
    .map((link) => new URL(link))
    .filter(({ host }) => host === 'localhost');
  const before = await tables.contents({ except: counters });
  const answers = new Set<string>();
  const queue = links.flatMap((link) => ['HEAD', 'GET'].map((method) => ({ link, method })));
  const asked = queue.length;
  const scan = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { link, method } = next;
      const url = `${platform.url}${link.pathname}${link.search}`;
      const response = await fetch(url, { method, redirect: 'manual' });
      await response.arrayBuffer();
      answers.add(`${method} ${link.pathname.split('/')[1] ?? ''} ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, scan));
  await platform.drain.runDue();
  process.stdout.write(`scanner: ${mails.length} mails, ${asked} requests\n`);
  expect(mails).toHaveLength(readers + 5);
  const pages = ['invitation', 'one-click', 'preferences', 'u', 'undo'].map(
    (page) => `${page} 200`,
  );
  const shown = ['c 302', 'confirm 200', 'o 200', 'preferences 404', ...pages]; // 404: of who left
  expect([...answers].sort()).toEqual(
    ['GET', 'HEAD'].flatMap((method) => shown.map((answer) => `${method} ${answer}`)).sort(),
  );
  expect(await tables.contents({ except: counters })).toEqual(before);
});
