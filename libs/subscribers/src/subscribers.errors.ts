import { defineErrors } from '#lib/kernel';

export const subscriberErrors = defineErrors({
  noNewsletter: {
    kind: 'not-found',
    code: 'subscribers.no-newsletter',
    ja: 'このメールマガジンは見つかりませんでした。',
    en: 'There is no such newsletter.',
  },
  noAddress: {
    kind: 'not-found',
    code: 'subscribers.no-address',
    ja: 'この用途の専用メールアドレスは発行されていません。',
    en: 'No address has been issued for this purpose.',
  },
  slugTaken: {
    kind: 'conflict',
    code: 'subscribers.slug-taken',
    ja: 'この URL 名は別のメールマガジンで使われています。',
    en: 'Another newsletter already uses this URL name.',
  },
  hasReaders: {
    kind: 'conflict',
    code: 'subscribers.has-readers',
    ja: '読者がいるメールマガジンは削除できません。',
    en: 'A newsletter that has readers cannot be deleted.',
  },
  noDraft: {
    kind: 'conflict',
    code: 'subscribers.no-draft',
    ja: '公開できる下書きがありません。先にフォームの下書きを保存してください。',
    en: 'There is no draft to publish. Save a draft of the form first.',
  },
  noForm: {
    kind: 'not-found',
    code: 'subscribers.no-form',
    ja: 'この版の登録フォームは見つかりませんでした。',
    en: 'There is no such version of the sign-up form.',
  },
  addressInNote: {
    kind: 'invalid',
    code: 'subscribers.address-in-note',
    ja: 'メモは契約者も読めるため、メールアドレスを書かないでください。',
    en: 'The tenant can read the note: leave the address out of it.',
  },
  badAddress: {
    kind: 'invalid',
    code: 'subscribers.bad-address',
    ja: '{ja}',
    en: '{en}',
  },
  badDate: {
    kind: 'invalid',
    code: 'subscribers.bad-date',
    ja: '日付を 2026-01-31 の形で指定してください。',
    en: 'Give a date such as 2026-01-31.',
  },
  badPeriod: {
    kind: 'invalid',
    code: 'subscribers.bad-period',
    ja: '期間の最初の日は、最後の日より後にできません。',
    en: 'The first day of the period must not lie after its last.',
  },
  badForm: {
    kind: 'invalid',
    code: 'subscribers.bad-form',
    ja: '{ja}',
    en: '{en}',
  },
  badList: {
    kind: 'invalid',
    code: 'subscribers.bad-list',
    ja: 'CSV の 1 行目に列名が必要です。足りない列: {columns}',
    en: 'The first row of the CSV must name the columns. Missing: {columns}',
  },
  listTooLong: {
    kind: 'invalid',
    code: 'subscribers.list-too-long',
    ja: '一度に移行できるのは 10 万行、20 MB までです。分けてアップロードしてください。',
    en: 'A list has 100,000 rows and 20 MB at most. Upload it in parts.',
  },
  notCsv: {
    kind: 'invalid',
    code: 'subscribers.not-csv',
    ja: 'CSV ファイルを text/csv として送ってください。',
    en: 'Send a CSV file as text/csv.',
  },
  listKnown: {
    kind: 'conflict',
    code: 'subscribers.list-known',
    ja: 'このファイルはすでにアップロードされています。',
    en: 'This file was uploaded before.',
  },
  noList: {
    kind: 'not-found',
    code: 'subscribers.no-list',
    ja: 'この移行リストは見つかりませんでした。',
    en: 'There is no such migration list.',
  },
  listDecided: {
    kind: 'conflict',
    code: 'subscribers.list-decided',
    ja: 'この移行リストは今の状態 ({status}) ではこの操作ができません。',
    en: 'This migration list is {status}; this cannot be done now.',
  },
  confirmTooLate: {
    kind: 'not-found',
    code: 'subscribers.confirm-too-late',
    ja: 'このリンクの有効期限 (24時間) が切れているか、リンクが正しくありません。お手数ですが、もう一度登録フォームからお申し込みください。',
    en: 'This link is not valid, or its 24 hours are over. Please fill in the sign-up form again.',
  },
  undoTooLate: {
    kind: 'not-found',
    code: 'subscribers.undo-too-late',
    ja: 'このリンクでは元に戻せません。期限 (7日) が過ぎているか、すでに使われています。登録フォームからあらためてお申し込みください。',
    en: 'This link cannot take it back any more: its 7 days are over, or it was used. Please sign up again.',
  },
  badToken: {
    kind: 'not-found',
    code: 'subscribers.bad-token',
    ja: 'リンクが正しくないか、有効期限が切れています。',
    en: 'This link is not valid, or its time is over.',
  },
});
