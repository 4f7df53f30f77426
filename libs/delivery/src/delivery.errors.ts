import { defineErrors } from '#lib/kernel';

export const deliveryErrors = defineErrors({
  noMailing: {
    kind: 'not-found',
    code: 'delivery.no-mailing',
    ja: 'このキャンペーンはまだ配信を開始していません。',
    en: 'This campaign has not started sending yet.',
  },
  stopped: {
    kind: 'conflict',
    code: 'delivery.stopped',
    ja: '中止した配信は再開できません。',
    en: 'A mailing that was stopped cannot go on.',
  },
  testRefused: {
    kind: 'invalid',
    code: 'delivery.test-refused',
    ja: 'テスト配信は送信サーバーに受け付けられませんでした: {reply}',
    en: 'The mail server refused the test mail: {reply}',
  },
  relayAway: {
    kind: 'unavailable',
    code: 'delivery.relay-away',
    ja: '送信サーバーに接続できません。時間をおいてやり直してください。',
    en: 'The mail server cannot be reached. Please try again later.',
  },
  templateBroken: {
    kind: 'invalid',
    code: 'delivery.template-broken',
    ja: '本文の差し込み表記を読み取れません。内容の確認結果をご覧ください。',
    en: 'The merge fields cannot be read. See the check of the content.',
  },
});
