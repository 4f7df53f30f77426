import { operatorClient } from '#lib/accounts/testing';
import { aMail, aReportOf } from '#lib/bounces/testing';
import { aDraft } from '#lib/campaigns/testing';
import { handOver } from '#lib/inbound/testing';
import { aNewsletter, someSubscribers } from '#lib/subscribers/testing';
import type { BusyTenant } from './busy-tenant.js';
import type { CalendarPlatform } from './platform.js';
import type { SinkAct, SinkMoment, SinkStep, SmtpSink } from './smtp-sink.js';

/** Readers whom nothing that a member sees may give away, in every state that a reader can be in. */
export const readers = {
  plain: 'hanako-8k2p@tea.example.jp',
  tagged: 'taro+spring-8k3p@tea.example.jp',
  quoted: '"jiro-8k4p"@tea.example.jp',
  foreignDomain: 'idn-reader-8k5p@日本語.jp',
  carrier: 'a..dots-8k6p.@docomo.ne.jp',
  capitals: 'Saburo.Mixed-8k7p@Tea.Example.JP',
  short: 'me@lonely.example.jp',
  tellsItsAddress: 'teller-8k8p@tea.example.jp',
  left: 'left-reader-8k9p@tea.example.jp',
  leftByMember: 'removed-by-hand-8m1p@tea.example.jp',
  removed: 'gone-for-good-8m2p@quiet.example.jp',
  bouncing: 'gone-lately-8m3p@quiet.example.jp',
  returned: 'returned-later-8m4p@quiet.example.jp',
  full: 'full-mailbox-8m5p@quiet.example.jp',
  blocked: 'blocked-by-policy-8m6p@quiet.example.jp',
  complained: 'complainer-8m7p@tea.example.jp',
  waiting: 'waiting-reader-8m8p@tea.example.jp',
  byMail: 'blank-mailer-8m9p@tea.example.jp',
  askedFromList: 'listed-and-asked-8n1p@tea.example.jp',
  onList: 'listed-only-8n2p@tea.example.jp',
  refusedFromList: 'listed-without-date-8n3p@tea.example.jp',
  reporter: 'reports-abuse-8n4p@tea.example.jp',
} as const;

const { waiting, byMail, askedFromList, onList, refusedFromList, reporter, ...rest } = readers;
const subscribed = Object.values(rest);

/** A crowd at one domain, of which ten fail: its domain may be told. */
const crowd = Array.from({ length: 12 }, (_, i) => `gone-crowd-8n5p-${i}@crowd.example.jp`);

export const knownAddresses: readonly string[] = [...Object.values(readers), ...crowd];

/** A relay that quotes the address in every refusal, as relays do. */
export const quotingRelay = (step: SinkStep, { to }: SinkMoment): SinkAct => {
  if (step !== 'RCPT') return undefined;
  if (to.startsWith('gone')) return `550 5.1.1 <${to}>: Recipient address rejected: User unknown`;
  if (to.startsWith('full')) return `452 4.2.2 <${to}> The mailbox of ${to} is full`;
  return to.startsWith('blocked') ? `550 5.7.1 <${to}>: refused because of your sender` : undefined;
};

const ok = ({ status, body }: { status: number; body: unknown }): unknown => {
  if (status >= 300) throw new Error(`Answered with ${status}: ${JSON.stringify(body)}`);
  return body;
};

const fields = [
  ...[{ name: 'name', type: 'text', required: false, label: { ja: 'お名前', en: 'Name' } }],
  ...[{ name: 'note', type: 'text', required: false, label: { ja: 'ひとこと', en: 'Note' } }],
] as const;

interface Scene {
  readonly platform: CalendarPlatform;
  readonly sink: SmtpSink;
  readonly tenant: BusyTenant;
}

/** Brings all of them about by the real verbs; takes two weeks of the calendar. Gives ids for the paths of the API. */
export const bringReaders = async (scene: Scene): Promise<Record<string, string[]>> => {
  const { platform, tenant } = scene;
  const owner = tenant.callers.owner;
  const newsletterId = await aNewsletter(platform, tenant.tenantId, { slug: 'tea', fields });
  const everybody = [...subscribed, ...crowd];
  await someSubscribers(platform, tenant.tenantId, newsletterId, everybody, (i) => ({
    name: everybody[i] === readers.tellsItsAddress ? readers.tellsItsAddress : '花子',
    note: `連絡先は ${readers.tellsItsAddress} です`,
  }));
  await signUp(scene);
  await joinByMail(scene, newsletterId);
  const lists = [
    await aList(scene, newsletterId, [`${askedFromList},2025-10-01,店頭の申込書`]),
    await aList(scene, newsletterId, [
      `${onList},2025-10-01,店頭の申込書`,
      `${refusedFromList},,店頭の申込書`,
      `broken ${refusedFromList} twice@,2025-10-01,店頭の申込書`,
    ]),
  ];
  await approve(scene, lists[0] ?? '');
  await report(scene);
  const campaigns = await threeCampaigns(scene, newsletterId);
  await platform.until('2026-04-22T09:00:00+09:00');
  ok(await owner.post('/api/v1/segments', { name: '茶', condition: namedAs('花子') }));
  return { newsletterId: [newsletterId], migrationListId: lists, campaignId: campaigns };
};

const namedAs = (value: string): object => ({ field: 'name', op: 'is', value });

const form = async ({ platform }: Scene, path: string, body: object): Promise<void> => {
  const { status } = await fetch(platform.url + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...body }),
  });
  if (status >= 400) throw new Error(`${path} answered with ${status}`);
  await platform.drain.runDue();
};

const signUp = (scene: Scene): Promise<void> =>
  form(scene, `/t/${scene.tenant.slug}/tea`, { email: waiting, name: '花子', consent: 'yes' });

const report = async (scene: Scene): Promise<void> => {
  const about = { sender: scene.tenant.slug, website: '' };
  await form(scene, '/report', { ...about, text: `${reporter} に届きました`, email: reporter });
  await form(scene, '/privacy/request', {
    ...{ ...about, kind: 'DISCLOSURE', subject: 'subscriber', name: '花子', format: 'electronic' },
    ...{ address: readers.plain, postalAddress: '', details: `${readers.plain} の情報` },
  });
};

const joinByMail = async ({ platform, tenant }: Scene, newsletterId: string): Promise<void> => {
  const path = `/api/v1/newsletters/${newsletterId}/blank-mail`;
  const { join } = ok(await tenant.callers.owner.post(`${path}/join`)) as {
    join: { address: string };
  };
  await platform.drain.runDue();
  const raw = aMail(`From: ${byMail}`, 'Subject: join', '', '');
  await handOver(platform.inboundPort, { from: byMail, to: join.address, raw });
  await platform.drain.runDue();
};

const aList = async (
  { platform, tenant }: Scene,
  newsletterId: string,
  rows: readonly string[],
): Promise<string> => {
  const answer = await fetch(`${platform.url}/api/v1/newsletters/${newsletterId}/migration-lists`, {
    method: 'POST',
    headers: { Authorization: tenant.authorization, 'Content-Type': 'text/csv' },
    body: ['address,consent_date,consent_source', ...rows].join('\n'),
  });
  return (ok({ status: answer.status, body: await answer.json() }) as { id: string }).id;
};

const approve = async ({ platform, tenant }: Scene, listId: string): Promise<void> => {
  const path = `migration-lists/${listId}`;
  ok(await tenant.callers.owner.post(`/api/v1/${path}/declare`, { signedBy: '山田 花子' }));
  const operator = await operatorClient(platform);
  ok(
    await operator.post(`/api/v1/operator/tenants/${tenant.tenantId}/${path}/decide`, {
      decision: 'approved',
      reason: '確認済み',
    }),
  );
  await platform.drain.runDue();
};

/** One a week: after the third, who failed each time is removed. */
const threeCampaigns = async (scene: Scene, newsletterId: string): Promise<string[]> => {
  const { platform, sink, tenant } = scene;
  const owner = tenant.callers.owner;
  const ids: string[] = [];
  for (const day of ['02', '09', '16']) {
    const before = sink.mails.length;
    const id = await aDraft(owner, newsletterId, {
      ...{ subject: '{{ subscriber.name }} 様へ', tracking: true },
      html: '<p>{{ subscriber.note }} <a href="https://shop.example.jp/">店</a></p>',
    });
    ids.push(id);
    ok(
      await owner.post(`/api/v1/campaigns/${id}/schedule`, { at: `2026-04-${day}T09:00:00+09:00` }),
    );
    await platform.until(`2026-04-${day}T12:00:00+09:00`);
    const mailTo = (address: string): SmtpSink['mails'][number] => {
      const found = sink.mails.slice(before).find(({ to }) => to === address);
      if (!found) throw new Error(`${address} got no mail on the ${day}th`);
      return found;
    };
    await release(scene);
    await comeBack(scene, mailTo(readers.returned));
    if (day !== '02') continue;
    await complain(scene, mailTo(readers.complained));
    await leave(scene, mailTo(readers.left).data);
    ok(
      await owner.post(`/api/v1/newsletters/${newsletterId}/unsubscriptions`, {
        address: readers.leftByMember,
      }),
    );
  }
  return ids;
};

/** A campaign of which so many mails come back waits for an operator. */
const release = async ({ platform }: Scene): Promise<void> => {
  const operator = await operatorClient(platform);
  const answer = await operator.get('/api/v1/operator/quality-gates');
  for (const { id } of (answer.body as { items: { id: string }[] }).items)
    await operator.post(`/api/v1/operator/quality-gates/${id}/release`, { reason: '確認済み' });
  await platform.drain.runDue();
};

const comeBack = async ({ platform }: Scene, mail: SmtpSink['mails'][number]): Promise<void> => {
  const raw = aReportOf('failed', `550 5.1.1 <${mail.to}> User unknown`, mail.to);
  await handOver(platform.inboundPort, { to: mail.from, raw });
  await platform.drain.runDue();
};

const fieldOf = (data: string, name: string): string =>
  new RegExp(`^${name}: *((?:.|\\r?\\n[ \\t])*)$`, 'im').exec(data)?.[1]?.trim() ?? '';

const complain = async ({ platform }: Scene, mail: SmtpSink['mails'][number]): Promise<void> => {
  const [box = ''] = fieldOf(mail.data, 'CFBL-Address').split(';');
  const raw = aMail(
    ...['From: <fbl@provider.example>', 'Subject: complaint', 'MIME-Version: 1.0'],
    ...['Content-Type: multipart/report; report-type=feedback-report; boundary="=_e"', ''],
    ...['--=_e', 'Content-Type: message/feedback-report', '', 'Feedback-Type: abuse'],
    ...[`Original-Rcpt-To: ${mail.to}`, '', '--=_e', 'Content-Type: message/rfc822', ''],
    ...[`CFBL-Feedback-ID: ${fieldOf(mail.data, 'CFBL-Feedback-ID')}`, `To: ${mail.to}`, ''],
    ...['Hello', '--=_e--', ''],
  );
  await handOver(platform.inboundPort, { to: box, raw });
  await platform.drain.runDue();
};

const leave = async (scene: Scene, data: string): Promise<void> => {
  const link = /https?:\/\/[^/]+(\/one-click\/[^>\s]+)/.exec(fieldOf(data, 'List-Unsubscribe'));
  await form(scene, link?.[1] ?? '/none', { 'List-Unsubscribe': 'One-Click' });
};
