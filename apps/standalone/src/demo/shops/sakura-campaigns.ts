import type { DemoCampaign } from './demo-shop.js';

const greeting = '{{ subscriber.name | default: "お客様" }} 様';
const shop = 'https://sakura.test';

export const tayoriCampaigns: readonly DemoCampaign[] = [
  {
    daysAgo: 80,
    subject: '創刊号:神保町の路地から、はじめまして',
    preheader: '店長のごあいさつと、この春の三冊',
    body: [
      greeting,
      'さくら書店だよりへのご登録、ありがとうございます。店長の桜井です。第一号は、この春いちばん手に取っていただいた三冊をご紹介します。',
      `${shop}/books/spring`,
      '次の号は、棚の並べ替えの話をお届けします。',
    ],
  },
  {
    daysAgo: 63,
    subject: '棚を並べ替えました。旅の本のとなりは、料理の本',
    preheader: '地図のある小説、台所のある旅行記',
    body: [
      greeting,
      '旅の本と料理の本をとなり同士にしてみたら、二冊いっしょにレジへいらっしゃる方が増えました。おすすめの組み合わせを十組、棚のとおりに並べています。',
      `${shop}/shelves/travel-and-kitchen`,
      `${shop}/map`,
    ],
  },
  {
    daysAgo: 47,
    subject: '文庫フェアが始まります',
    preheader: '三冊で栞を一枚',
    body: [
      greeting,
      '今年の文庫フェアは「声に出して読みたい一ページ」。三冊お求めの方に、活版印刷の栞を差し上げます。',
      `${shop}/fair`,
      '栞がなくなり次第終わります。',
    ],
  },
  {
    daysAgo: 31,
    hour: 12,
    subject: '著者と話す夜:席は三十だけ',
    preheader: '来月の第二金曜日、二階の喫茶室にて',
    body: [
      greeting,
      '新作の舞台になった町を、著者ご本人と地図の上で歩く夜です。お申し込みは先着順です。',
      `${shop}/events/author-night`,
    ],
  },
  {
    daysAgo: 17,
    subject: '店員五人の「今年いちばん泣いた本」',
    preheader: '電車では読まないでください',
    body: [
      greeting,
      '店員五人が、今年いちばん泣いた本を一冊ずつ選びました。どれも電車の中で読むのはおすすめしません。',
      `${shop}/staff/tears`,
      `${shop}/staff`,
    ],
  },
  {
    daysAgo: 5,
    subject: '古書の買い取り、出張いたします',
    preheader: '一箱から、都内どこへでも',
    body: [
      greeting,
      '本棚の整理のお手伝いに伺います。一箱から、都内でしたらどこへでも。査定はその場でお伝えします。',
      `${shop}/buyback`,
    ],
  },
  {
    daysAgo: -3,
    subject: '来週の新刊と、雨の日の読書会',
    preheader: '傘立ては広めにご用意しています',
    body: [
      greeting,
      '来週の新刊は十二冊。雨の日だけ開かれる読書会も、いよいよ始まります。',
      `${shop}/new`,
      `${shop}/events/rainy-day`,
    ],
  },
  {
    subject: '年末年始の営業時間のお知らせ',
    preheader: '',
    body: [greeting, '年末年始の営業時間は、決まり次第ここに書きます。'],
  },
];

export const ehonCampaigns: readonly DemoCampaign[] = [
  {
    daysAgo: 40,
    hour: 9,
    subject: '読み聞かせの会:土曜の十時、二階で',
    preheader: 'おひざの上でどうぞ',
    body: [
      greeting,
      '今月の絵本は三冊。小さな音の出る楽器をご用意しています。途中で泣いても大丈夫です。',
      `${shop}/ehon/story-hour`,
    ],
  },
  {
    daysAgo: 12,
    hour: 9,
    subject: 'お誕生日に贈る絵本の選びかた',
    preheader: '一歳には音、三歳には繰り返し',
    body: [
      greeting,
      '一歳には音、三歳には繰り返し、五歳には少しこわい話。年齢べつの絵本を、担当の森が選びました。',
      `${shop}/ehon/birthday`,
    ],
  },
];
