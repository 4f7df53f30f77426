import type { DemoCampaign, DemoShop } from './demo-shop.js';

const greeting = '{{ subscriber.name | default: "お客様" }} 様';
const farm = 'https://aozora.test';

const campaigns: readonly DemoCampaign[] = [
  {
    daysAgo: 75,
    hour: 7,
    subject: 'きょう採れたもの',
    preheader: '畑から届く、はじめての便り',
    body: [
      greeting,
      'あおぞら農園の青木です。今朝は霧の中で収穫しました。今週の野菜セットの中身をお知らせします。',
      `${farm}/box`,
    ],
  },
  {
    daysAgo: 52,
    hour: 7,
    subject: '甘くなる理由は、夜の寒さです',
    preheader: '畑の温度計を公開しました',
    body: [
      greeting,
      '夜の気温が下がると、野菜は凍らないように糖をたくわえます。畑の温度計を公開しましたので、食べごろの予想にお使いください。',
      `${farm}/thermometer`,
    ],
  },
  {
    daysAgo: 30,
    hour: 7,
    subject: '収穫体験の日取りが決まりました',
    preheader: '長靴はお貸しします',
    body: [
      greeting,
      '収穫体験は今月の第四日曜日です。長靴も軍手もお貸しします。お昼は畑の真ん中で豚汁を作ります。',
      `${farm}/visit`,
      `${farm}/access`,
    ],
  },
  {
    daysAgo: 8,
    hour: 7,
    subject: '形のふぞろいな野菜、詰め放題',
    preheader: '味はそろっています',
    body: [
      greeting,
      '曲がったきゅうり、ふたまたの大根。形はふぞろいでも味はそろっています。直売所で詰め放題を行います。',
      `${farm}/misfits`,
    ],
  },
];

/** A farm that sells vegetables by post. */
export const aozora: DemoShop = {
  slug: 'aozora',
  name: 'あおぞら農園',
  profile: {
    senderName: 'あおぞら農園 青木',
    fromAddress: 'hatake@aozora.test',
    replyToAddress: null,
    legal: {
      name: 'あおぞら農園',
      postalAddress: '〒399-0000 長野県北安曇郡青空村2-3',
      contact: 'https://aozora.test/contact',
      responsibleParty: '青木 大地',
    },
  },
  newsletters: [
    {
      slug: 'shun',
      title: '旬の野菜便り',
      intro: {
        ja: 'その週に採れるものを、畑からお知らせします。',
        en: 'What the fields give this week.',
      },
      fields: [
        { name: 'name', type: 'text', required: true, label: { ja: 'お名前', en: 'Name' } },
        {
          name: 'household',
          type: 'number',
          required: false,
          label: { ja: 'ご家族の人数', en: 'People in your household' },
        },
      ],
      readers: 520,
      troubled: [
        { name: '上野 光', address: 'bounce-hikari.ueno@mailbox.test', daysAgo: 40 },
        { name: '杉山 学', address: 'defer-manabu.sugiyama@mailbox.test', daysAgo: 58 },
      ],
      campaigns,
    },
  ],
};
