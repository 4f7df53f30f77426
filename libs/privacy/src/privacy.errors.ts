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
