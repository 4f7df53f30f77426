import { defineErrors } from '#lib/kernel';

export const httpErrors = defineErrors({
  invalidInput: {
    kind: 'invalid',
    code: 'request.invalid',
    ja: '入力内容に誤りがあります。各項目の説明をご確認ください。',
    en: 'Some of the input cannot be used. See the notes on each field.',
  },
  malformed: {
    kind: 'invalid',
    code: 'request.malformed',
    ja: 'リクエストを読み取れませんでした。形式をご確認ください。',
    en: 'The request could not be read. Please check its format.',
  },
  tooLarge: {
    kind: 'invalid',
    code: 'request.too-large',
    ja: '送信されたデータが大きすぎます。',
    en: 'The data sent is too large.',
  },
  unsupportedType: {
    kind: 'invalid',
    code: 'request.unsupported-type',
    ja: 'この形式のデータには対応していません。',
    en: 'Data of this type is not supported.',
  },
  notFound: {
    kind: 'not-found',
    code: 'request.not-found',
    ja: 'お探しのページまたはデータは見つかりませんでした。',
    en: 'The page or data you asked for was not found.',
  },
  versionNeeded: {
    kind: 'invalid',
    code: 'request.if-match-needed',
    ja: 'If-Match ヘッダーに、編集の元になった版 (ETag) を指定してください。',
    en: 'Send the version you edited (its ETag) in the If-Match header.',
  },
  versionChanged: {
    kind: 'conflict',
    code: 'request.version-changed',
    ja: 'ほかの人が先に変更しました。最新の内容を読み込んでからやり直してください。',
    en: 'Somebody else changed this first. Load the latest version and try again.',
  },
  badCursor: {
    kind: 'invalid',
    code: 'request.bad-cursor',
    ja: 'cursor の値が正しくありません。一覧を最初から読み込んでください。',
    en: 'The cursor is not one of ours. Load the list from its beginning.',
  },
  idempotencyReused: {
    kind: 'conflict',
    code: 'request.idempotency-key-reused',
    ja: 'この Idempotency-Key は別の内容のリクエストで使用済みです。',
    en: 'This Idempotency-Key was already used for a different request.',
  },
  idempotencyRunning: {
    kind: 'conflict',
    code: 'request.idempotency-key-running',
    ja: '同じ Idempotency-Key のリクエストを処理しています。少し待ってからやり直してください。',
    en: 'A request with this Idempotency-Key is still being worked on. Try again in a moment.',
  },
  broken: {
    kind: 'unavailable',
    code: 'request.failed',
    ja: 'サーバーで問題が発生しました。時間をおいてやり直してください。',
    en: 'Something went wrong on our side. Please try again later.',
  },
});
