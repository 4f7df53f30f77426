import { cookieName, cookies } from '#lib/accounts';
import { operatorClient, testPassword } from '#lib/accounts/testing';
import { aDraft } from '#lib/campaigns/testing';
import { activeTenant } from '#lib/contracts/testing';
import { aNewsletter } from '#lib/subscribers/testing';
import { publicPages } from '#test/public-pages';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { linksOf } from '#test/reader';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

type Tenant = Awaited<ReturnType<typeof activeTenant>>;

let platform: CalendarPlatform;
let tenant: Tenant;
let newsletterId: string;

beforeAll(async () => {
  platform = await startCalendarPlatform();
  tenant = await activeTenant(platform, { slug: 'aoba' });
  newsletterId = await aNewsletter(platform, tenant.tenantId);
});

afterAll(() => platform.stop());

const necessary = Object.values(cookies).map((cookie) => cookieName(cookie, false));

/** Names of the cookies that an answer sets. */
const setBy = (response: Response): string[] =>
  response.headers.getSetCookie().map((cookie) => cookie.split('=', 1)[0] ?? '');

/** A browser that refuses every cookie, without JavaScript. Fails when it is offered one. */
const visit = async (path: string, form?: Record<string, string>): Promise<string> => {
  const response = await fetch(new URL(path, platform.url), {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { Accept: 'text/html' },
    ...(form && { body: new URLSearchParams(form) }),
  });
  expect([path, setBy(response)]).toEqual([path, []]);
  await platform.drain.runDue();
  return `${response.status} ${await response.text()}`;
};

const reader = 'hanako@reader.example.jp';

/** The path of the newest mail's link to that page. */
const linkTo = async (page: string): Promise<string> => {
  for (const { id } of platform.mailbox.find({ to: reader }))
    for (const link of linksOf(await platform.mailbox.open(id))) {
      const { pathname, search } = new URL(link);
      if (pathname.startsWith(`/${page}/`)) return pathname + search;
    }
  throw new Error(`No mail has a link to /${page}/`);
};

it('pages that anybody may open set no cookie and take nothing from elsewhere', async () => {
  for (const page of publicPages(tenant)) {
    const html = await visit(page);
    const loaded = [
      ...html.matchAll(/<(?:script|link|img|iframe|source)[^>]*(?:src|href)="([^"]*)"/g),
    ];
    expect([page, loaded.filter(([, url]) => !url?.startsWith('/'))]).toEqual([page, []]);
  }
});

it('everything that a reader does works without cookies', async () => {
  expect(await visit('/t/aoba/news')).toMatch(/^200/);
  const wish = { email: reader, consent: 'yes' };
  expect(await visit('/t/aoba/news', wish)).toMatch(/^303/);
  const confirm = await linkTo('confirm');
  expect(await visit(confirm)).toMatch(/^200/);
  expect(await visit(confirm, {})).toMatch(/^200/);
  const id = await aDraft(tenant.client, newsletterId);
  await tenant.client.post(`/api/v1/campaigns/${id}/send-now`);
  await platform.drain.runDue();
  const leave = await linkTo('u');
  expect(await visit(leave)).toMatch(/^200/);
  expect(await visit(await linkTo('preferences'))).toMatch(/^200/);
  expect(await visit(leave, {})).toMatch(/^200/);
  const undo = await linkTo('undo');
  expect(await visit(undo)).toMatch(/^200/);
  expect(await visit(undo, {})).toMatch(/^200/);
  expect(await visit(await linkTo('one-click'), { 'List-Unsubscribe': 'One-Click' })).toMatch(
    /^200/,
  );
  const { body } = await tenant.client.get(`/api/v1/newsletters/${newsletterId}/stats`);
  expect((body as { active: number }).active).toBe(0);
});

it('signing in sets the necessary cookies and no other', async () => {
  const credentials = { email: tenant.email, password: testPassword, tenant: 'aoba' };
  const answer = await fetch(`${platform.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  expect([answer.status, setBy(answer).sort()]).toEqual([200, [...necessary].sort()]);
  const operator = await operatorClient(platform);
  const { headers } = await operator.get('/api/v1/operator/tenants');
  expect(headers.getSetCookie()).toEqual([]);
});

it.each([
  ['ja', '当社以外へ送信する仕組み（広告や解析のタグなど）を置いていません'],
  ['en', 'no tags for advertising or analysis'],
])('the page about it says so in %s and lists exactly these cookies', async (locale, sentence) => {
  const html = await visit(`/external-transmission?lang=${locale}`);
  expect(html).toContain(sentence);
  const listed = [...html.matchAll(/<code>(.*?)<\/code>/g)].map(([, name]) => name);
  expect(listed).toEqual(necessary);
});
