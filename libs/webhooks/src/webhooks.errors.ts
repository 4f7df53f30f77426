import { defineErrors } from '#lib/kernel';

export const webhooksErrors = defineErrors({
  noEndpoint: {
    kind: 'not-found',
    code: 'webhooks.no-endpoint',
    ja: 'この送信先は見つかりませんでした。',
    en: 'There is no such endpoint.',
  },
  noMessage: {
    kind: 'not-found',
    code: 'webhooks.no-message',
    ja: 'この通知は見つかりませんでした。',
    en: 'There is no such message.',
  },
  badUrl: {
    kind: 'invalid',
    code: 'webhooks.bad-url',
    ja: 'https:// で始まるURLを、ユーザー名・パスワードなしで指定してください。',
    en: 'Give a URL that begins with https://, without user name and password.',
  },
  tooMany: {
    kind: 'conflict',
    code: 'webhooks.too-many-endpoints',
    ja: '送信先は{most}件までです。',
    en: 'There can be {most} endpoints at most.',
  },
  switchedOff: {
    kind: 'conflict',
    code: 'webhooks.switched-off',
    ja: 'この送信先はオフになっています。先にオンにしてください。',
    en: 'The endpoint is switched off. Switch it on first.',
  },
  notSettled: {
    kind: 'conflict',
    code: 'webhooks.still-trying',
    ja: 'この通知はまだ送信を試みています。',
    en: 'The message is still being tried.',
  },
});
