import { defineErrors } from '#lib/kernel';

export const deliveryErrors = defineErrors({
  mailingHeld: {
    kind: 'conflict',
    code: 'delivery.mailing-held',
    ja: '不達または苦情が多いため、運営者の確認を待っています。確認が済むまで再開できません。',
    en: 'Too much of it bounced or was reported as unwanted. It cannot go on before an operator has looked at it.',
  },
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
  relayNotFound: {
    kind: 'not-found',
    code: 'delivery.relay-not-found',
    ja: '送信サーバーが設定 (SMTP_URL) に見つかりません。',
    en: 'SMTP_URL names no such relay.',
  },
  lastRelay: {
    kind: 'conflict',
    code: 'delivery.last-relay',
    ja: '使用中の送信サーバーはこれだけです。停止すると何も配信できなくなるため、先に別のサーバーを有効にしてください。',
    en: 'This is the only relay in use; nothing could leave without it. Switch another one on first.',
  },
  domainNotFound: {
    kind: 'not-found',
    code: 'delivery.domain-not-found',
    ja: '送信ドメインが見つかりません。',
    en: 'There is no such sending domain.',
  },
  badDomain: {
    kind: 'invalid',
    code: 'delivery.bad-domain',
    ja: '送信ドメインとして使えません。example.jp のように、自社で管理するドメイン名を入力してください。',
    en: 'This cannot be a sending domain. Give a domain name of your own, such as example.jp.',
  },
  domainTaken: {
    kind: 'conflict',
    code: 'delivery.domain-taken',
    ja: 'この送信ドメインは登録済みです。',
    en: 'This sending domain is already there.',
  },
  tooManyDomains: {
    kind: 'conflict',
    code: 'delivery.too-many-domains',
    ja: '送信ドメインは{most}件まで登録できます。使わないものを削除してください。',
    en: 'There can be {most} sending domains. Remove one you do not use.',
  },
  rotationUnderWay: {
    kind: 'conflict',
    code: 'delivery.rotation-under-way',
    ja: '公開を待っている鍵があります。表示されたレコードを登録して確認してください。',
    en: 'A key still waits to be published. Publish the record shown, then check.',
  },
  domainInUse: {
    kind: 'conflict',
    code: 'delivery.domain-in-use',
    ja: 'この送信ドメインは差出人アドレスか、終わっていない配信で使われています。',
    en: 'The sender profile or a mailing that is not over writes from this domain.',
  },
});
