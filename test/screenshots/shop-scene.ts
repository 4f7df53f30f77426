import type { Asking } from './asking.js';
import type { ShopIds } from './walks.js';

const day = 86_400_000;
const inDays = (days: number, hour: string): string =>
  `${new Date(Date.now() + days * day + 9 * 3_600_000).toISOString().slice(0, 10)}T${hour}+09:00`;

const letter = (paragraphs: readonly string[]): { text: string; html: string } => ({
  text: paragraphs.join('\n\n'),
  html: paragraphs.map((text) => `<p>${text}</p>`).join('\n'),
});

const winter = {
  subject: '冬の文庫フェア、はじまります',
  preheader: '対象の文庫を2冊お買い上げで、布製ブックカバーを差し上げます',
  ...letter([
    '{{ subscriber.name | default: "お客様" }} 様',
    'いつもありがとうございます。さくら書店です。12月1日(火)から、店長が選んだ文庫100冊のフェアを始めます。',
    '2冊お買い上げの方に、布製のブックカバーを差し上げます。数に限りがありますので、お早めにお越しください。',
    'https://sakura.test/fair/winter',
  ]),
};

const giftGuide = {
  subject: '贈りものにしたい本、12冊',
  preheader: '包装は無料で承ります',
  ...letter([
    '{{ subscriber.name | default: "お客様" }} 様',
    '大切な方への贈りものに、店員がそれぞれ一冊ずつ選びました。クリスマスの包装は無料で承ります。',
    'https://sakura.test/gift',
  ]),
};

/** What the people of the demo's bookshop did in the console today, on top of the demo's three months. */
export const shopScene = async (url: string, shop: Asking): Promise<ShopIds> => {
  const newsletters = await shop.list<{ id: string; slug: string }>('/newsletters');
  const newsletterIds = newsletters.filter(({ slug }) => slug === 'tayori').map(({ id }) => id);
  const segments = [
    await shop.make('/segments', {
      name: '小説が好きな読者',
      condition: { all: [{ field: 'genre', op: 'is', value: 'novel' }] },
    }),
    await shop.make('/segments', {
      name: '最近登録した読者(30日以内)',
      condition: { joined: 'within-days', value: 30 },
    }),
  ];
  const known = await shop.list<{ id: string; status: string }>('/campaigns');
  const past = known.filter(({ status }) => status === 'sent');
  const draft = await shop.make('/campaigns', { ...winter, newsletterIds, tracking: true });
  const coming = await shop.make('/campaigns', { ...giftGuide, newsletterIds, tracking: true });
  await shop.make(`/campaigns/${coming.id}/schedule`, { at: inDays(4, '07:10:00') });
  await shop.make('/templates', { ...winter, name: '文庫フェアのお知らせ' });
  await shop.make('/templates', { ...giftGuide, name: '季節の特集' });
  const key = (await shop.make('/api-keys', {
    name: '予約システムとの連携',
    scopes: ['newsletters.read', 'subscribers.write', 'campaigns.read'],
  })) as { id: string; secret: string };
  const migrationListId = await uploaded(url, key.secret, newsletterIds[0] ?? '');
  await shop.make('/invitations', { email: 'nakagawa@sakura.test', role: 'editor' });
  const hook = { url: 'https://shop.sakura.test/hooks', isOn: true };
  const events = ['campaign.launched', 'campaign.finished'];
  await shop.make('/webhooks', { ...hook, events });
  const question = await shop.make('/inquiries', {
    subject: '請求書の宛名について',
    text: '12月分から、宛名に部署名(販売促進課)を入れていただくことはできますか。',
    ...{ box: 'support', isComplaint: false },
  });
  return {
    newsletterId: newsletterIds,
    segmentId: segments.slice(0, 1).map(({ id }) => id),
    campaignId: [draft.id, coming.id, ...past.slice(0, 1).map(({ id }) => id)],
    migrationListId: [migrationListId],
    inquiryId: [question.id],
    invoiceId: (await shop.list('/billing/invoices')).slice(0, 1).map(({ id }) => id),
    noticeId: (await shop.list('/notices')).slice(0, 1).map(({ id }) => id),
  };
};

const moved = [
  'address,consent_date,consent_source,name',
  'haruka.ono@mailbox.test,2025-04-12,店頭の申込書,小野 遥',
  'takumi.baba@mailbox.test,2025-06-03,旧メール配信の登録フォーム,馬場 拓海',
  'yumi.nagai@mailbox.test,2025-09-20,店頭の申込書,永井 由美',
  'shota.iwasaki@mailbox.test,,店頭の申込書,岩崎 翔太',
].join('\n');

const uploaded = async (url: string, secret: string, newsletterId: string): Promise<string> => {
  const answer = await fetch(`${url}/api/v1/newsletters/${newsletterId}/migration-lists`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'text/csv' },
    body: moved,
  });
  if (!answer.ok) throw new Error(`The list was answered with ${answer.status}`);
  return ((await answer.json()) as { id: string }).id;
};
