import { defineErrors } from '#lib/kernel';

export const noticesErrors = defineErrors({
  notFound: {
    kind: 'not-found',
    code: 'notices.not-found',
    ja: 'お知らせが見つかりません。',
    en: 'There is no such notice.',
  },
  notLost: {
    kind: 'conflict',
    code: 'notices.not-lost',
    ja: 'この通知は到達しているか、すでに処理されています。',
    en: 'This notice has arrived, or has been dealt with already.',
  },
  letterSettled: {
    kind: 'conflict',
    code: 'notices.letter-settled',
    ja: 'この郵便物はすでに処理されています。',
    en: 'This letter has been dealt with already.',
  },
  postedTooEarly: {
    kind: 'invalid',
    code: 'notices.posted-too-early',
    ja: '投函日は作成日から本日までの日付を指定してください。',
    en: 'The day of posting must lie between the writing of the letter and today.',
  },
  deliveredTooEarly: {
    kind: 'invalid',
    code: 'notices.delivered-too-early',
    ja: '配達日は投函日から本日までの日付を指定してください。',
    en: 'The day of delivery must lie between posting and today.',
  },
});
