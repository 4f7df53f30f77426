import { defineErrors } from '#lib/kernel';

export const privacyErrors = defineErrors({
  noRequest: {
    kind: 'not-found',
    code: 'privacy.no-request',
    ja: 'この請求は見つかりませんでした。',
    en: 'There is no such request.',
  },
  notNow: {
    kind: 'conflict',
    code: 'privacy.not-now',
    ja: 'この請求は、いまの状態ではその操作ができません。',
    en: 'The request is not in a state for that.',
  },
  tokenOnly: {
    kind: 'conflict',
    code: 'privacy.token-only',
    ja: '読者の本人確認は、登録アドレスに送ったリンクでのみ行えます。',
    en: 'A reader proves identity only by the link that was mailed to the registered address.',
  },
  needsReason: {
    kind: 'invalid',
    code: 'privacy.needs-reason',
    ja: 'お断りするとき、または一部だけに応じるときは、理由を入力してください。',
    en: 'Give the reason of a refusal or of an answer in part.',
  },
  needsAddress: {
    kind: 'invalid',
    code: 'privacy.needs-postal-address',
    ja: '書面をご希望の場合は、送付先の住所を入力してください。',
    en: 'Give a postal address to get the answer on paper.',
  },
  badAddress: {
    kind: 'invalid',
    code: 'privacy.bad-address',
    ja: 'メールアドレスを確認してください。',
    en: 'Check the mail address.',
  },
  tooMany: {
    kind: 'too-many',
    code: 'privacy.too-many',
    ja: '送信回数が上限に達しました。しばらくたってからお試しください。',
    en: 'Too many requests came from here. Please try again later.',
  },
  requestHeld: {
    kind: 'conflict',
    code: 'privacy.request-held',
    ja: 'この請求は保全の対象です。保全を解除してから完了してください。',
    en: 'The request is under a legal hold. Lift the hold before closing it.',
  },
  alreadyHeld: {
    kind: 'conflict',
    code: 'privacy.already-held',
    ja: 'すでに保全されています。',
    en: 'There is a legal hold on this already.',
  },
  noHold: {
    kind: 'not-found',
    code: 'privacy.no-hold',
    ja: 'この保全は見つかりませんでした。',
    en: 'There is no such legal hold.',
  },
  holdLifted: {
    kind: 'conflict',
    code: 'privacy.hold-lifted',
    ja: 'この保全はすでに解除されています。',
    en: 'This legal hold has been lifted already.',
  },
  liftNotAsked: {
    kind: 'conflict',
    code: 'privacy.lift-not-asked',
    ja: '先に、別の担当者が理由を付けて解除を申請してください。',
    en: 'First another operator asks, with a reason, to lift it.',
  },
  samePerson: {
    kind: 'forbidden',
    code: 'privacy.same-person',
    ja: '解除は、申請した人とは別の担当者が承認します。',
    en: 'Somebody else than who asked must agree to lift it.',
  },
  holdSubject: {
    kind: 'invalid',
    code: 'privacy.hold-subject',
    ja: 'テナントか請求のどちらか一つを指定してください。',
    en: 'Name either a tenant or a request.',
  },
  noCertificate: {
    kind: 'not-found',
    code: 'privacy.no-certificate',
    ja: 'この消去証明書は見つかりませんでした。',
    en: 'There is no such certificate of erasure.',
  },
  noBreach: {
    kind: 'not-found',
    code: 'privacy.no-breach',
    ja: 'この事案は見つかりませんでした。',
    en: 'There is no such breach.',
  },
  breachInFuture: {
    kind: 'invalid',
    code: 'privacy.breach-in-future',
    ja: '知った日時は現在までの時刻にしてください。',
    en: 'A breach cannot have become known in the future.',
  },
});
