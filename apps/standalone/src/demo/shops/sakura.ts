import type { DemoShop } from './demo-shop.js';
import { ehonCampaigns, tayoriCampaigns } from './sakura-campaigns.js';

/** A bookshop with a large newsletter and a small one. */
export const sakura: DemoShop = {
  slug: 'sakura',
  name: 'さくら書店',
  profile: {
    senderName: 'さくら書店',
    fromAddress: 'tayori@sakura.test',
    replyToAddress: 'shop@sakura.test',
    legal: {
      name: '株式会社さくら書店',
      postalAddress: '〒101-0051 東京都千代田区神田神保町1-1-1',
      contact: '03-0000-0000',
      responsibleParty: null,
    },
  },
  newsletters: [
    {
      slug: 'tayori',
      title: 'さくら書店だより',
      intro: {
        ja: '新刊と店長のおすすめを、月に二、三度お届けします。',
        en: 'New books and what our shop recommends, two or three times a month.',
      },
      fields: [
        { name: 'name', type: 'text', required: true, label: { ja: 'お名前', en: 'Name' } },
        {
          name: 'genre',
          type: 'choice',
          required: false,
          label: { ja: '好きなジャンル', en: 'Favourite genre' },
          choices: [
            { value: 'novel', label: { ja: '小説', en: 'Novels' } },
            { value: 'manga', label: { ja: 'まんが', en: 'Manga' } },
            { value: 'business', label: { ja: 'ビジネス', en: 'Business' } },
            { value: 'art', label: { ja: '芸術', en: 'Art' } },
          ],
        },
        {
          name: 'birthday',
          type: 'date',
          required: false,
          label: { ja: '誕生日', en: 'Birthday' },
        },
      ],
      readers: 1400,
      troubled: [
        { name: '川口 洋子', address: 'bounce-yoko.kawaguchi@mailbox.test', daysAgo: 88 },
        { name: '三浦 進', address: 'bounce-susumu.miura@mailbox.test', daysAgo: 20 },
        { name: '野口 恵子', address: 'refuse-keiko.noguchi@mailbox.test', daysAgo: 25 },
        { name: '菊地 守', address: 'defer-mamoru.kikuchi@mailbox.test', daysAgo: 60 },
      ],
      campaigns: tayoriCampaigns,
    },
    {
      slug: 'ehon',
      title: '絵本の会',
      intro: {
        ja: '読み聞かせの会のお知らせと、季節の絵本をご紹介します。',
        en: 'Story hours in our shop, and picture books for the season.',
      },
      fields: [
        { name: 'name', type: 'text', required: true, label: { ja: 'お名前', en: 'Name' } },
        {
          name: 'child_birthday',
          type: 'date',
          required: false,
          label: { ja: 'お子さまの誕生日', en: "Your child's birthday" },
        },
      ],
      readers: 240,
      troubled: [],
      campaigns: ehonCampaigns,
    },
  ],
};
